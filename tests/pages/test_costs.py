"""The cost of one output: a list of two hundred is found one's way in."""

from tests.pages.shown import words
from ui import cost_parts


def tables(app):
    return [list(one.value.iloc[:, 0]) for one in app.table if list(one.value.columns)[1] == "Cost of the programme"]


def test_few_outputs_stand_together_without_a_search(open_screen, sample):
    app = open_screen("contributions", lang="en")
    assert [len(rows) for rows in tables(app)] == [6]
    assert not any(one.key == "costs_search" for one in app.text_input)


def test_many_outputs_stand_a_page_at_a_time_and_are_searched_by_name_and_programme(open_screen, sample, monkeypatch):
    monkeypatch.setattr(cost_parts, "ROWS", 2)
    app = open_screen("contributions", lang="en")
    assert [len(rows) for rows in tables(app)] == [2] and "6 outputs" in words(app)
    assert len(app.get("pagination")) >= 1
    app.text_input(key="costs_search").set_value("SORTED").run()
    assert tables(app) == [["Waste sorted and processed"]] and "1 output" in words(app)
    app.text_input(key="costs_search").set_value("no such output").run()
    assert not app.exception and tables(app) == [] and "0 outputs" in words(app)
