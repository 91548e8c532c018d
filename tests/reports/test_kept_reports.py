"""Reports that were sent out: kept as they were, and what is restated later, by which upload and why."""

from datetime import date

import pytest

from data import coding
from data.erasure import Entry, erase
from data.ledger import undo, uploads
from data.reasons import Reason
from data.snapshots import UnknownReport, kept_file, kept_reports
from reports import keeping, restated
from reports.asked import Asked
from reports.content import content_of

DAY = date(2025, 7, 1)


@pytest.fixture
def sent(forum, define):
    """A forum with two indicators, and a report on it that was kept."""
    forum.send(indicators=[define("A", baseline=0, target=100, target_date="2025-12-31"), define("B")],
               targets=[("A", "2025-Q1", 30), ("A", "2025-Q2", 60)],
               results=[("A", "2025-Q1", 20), ("A", "2025-Q2", 25), ("B", "2025-Q1", 5)])  # fmt: skip
    keep(forum)
    return forum


def asked(forum, day=DAY, **who):
    return content_of(forum.store, Asked(day, "en", **who))


def keep(forum, made=b"as it was", **who):
    return keeping.keep(asked(forum, **who), "csv", made, kept_by="Sari", sent_to="the funder")


def lines(content):
    return [line[1:5] for line in restated.lines(content.restated, content.t, content.known["indicator"])]


def test_what_stands_still_is_not_restated(sent):
    found = asked(sent).restated
    assert found.differences == []
    assert restated.finding(found, asked(sent).t).startswith("No figure of the report sent out on")


def test_a_corrected_figure_is_told_with_its_upload(sent):
    sent.send(results=[("A", "2025-Q1", 22)])
    content = asked(sent)
    assert lines(content) == [("Indikator A", "Actual", "45", "47"), ("Indikator A", "Actual, Q1 2025", "20", "22")]
    causes = {each.causes for each in content.restated.differences}
    assert len(causes) == 1
    ((cause,),) = causes
    assert (cause.upload_id, cause.event) == (2, "stored")
    assert "upload 2 (laporan-2.xlsx)" in restated.lines(content.restated, content.t, {})[0].cause


@pytest.mark.parametrize(("value", "ends"), [
    (22, "Better data have come (survey, census, recount): recounted in May"), (20, None)])  # fmt: skip
def test_why_a_result_was_corrected_is_told_and_kept_only_where_one_changes(sent, value, ends):
    path = sent.workbook(results=[("A", "2025-Q1", value), ("A", "2025-Q4", 1)])
    sent.load(path, reason=Reason("new_data", "recounted in May"))
    causes = [line.cause for line in restated.lines(asked(sent).restated, asked(sent).t, {})]
    if ends:
        assert causes and all(cause.endswith(ends) for cause in causes)
    else:
        assert causes == []
    assert [upload.reason for upload in uploads(sent.store)] == [ends and "new_data", None]


def test_a_late_report_was_missing_and_not_zero(sent):
    sent.send(results=[("B", "2025-Q2", 9)])
    assert ("Indikator B", "Actual, Q2 2025", "—", "9") in lines(asked(sent))


def test_an_undo_is_a_cause_with_the_reason_that_was_written(sent):
    sent.send(results=[("B", "2025-Q1", 8)])
    keep(sent)
    undo(sent.store, 2, reason="wrong village")
    content = asked(sent)
    assert ("Indikator B", "Actual, Q1 2025", "8", "5") in lines(content)
    assert "was undone" in (told := restated.lines(content.restated, content.t, {})[0].cause)
    assert told.endswith("wrong village")


def test_what_came_and_went_in_between_changes_nothing(sent):
    sent.send(results=[("A", "2025-Q1", 22)])
    undo(sent.store, 2)
    assert asked(sent).restated.differences == []


def test_a_changed_target_is_told_with_the_reason_of_its_change(sent):
    path = sent.workbook(targets=[("A", "2025-Q1", 35)])
    sent.load(path, reason=Reason("typing_error", "a zero too many"))
    content = asked(sent)
    (line,) = [line for line in restated.lines(content.restated, content.t, {}) if line.figure == "Target, Q1 2025"]
    assert (line.was, line.now) == ("30", "35")
    assert line.cause.endswith("The earlier figure was a typing error: a zero too many")


def test_a_later_report_speaks_of_the_day_of_the_kept_one(sent):
    """What came for a later period is no restatement of what was said before it."""
    sent.send(results=[("A", "2025-Q3", 50)], targets=[("A", "2025-Q3", 80)])
    content = asked(sent, date(2025, 11, 1))
    assert content.restated.differences == []


def test_only_the_same_choice_is_compared(sent, define):
    sent.send(programmes=[{"code": "P", "name": "Program", "start": "2025-01-01", "end": "2025-12-31"}],
              indicators=[define("C", programme="P")], results=[("C", "2025-Q1", 1)])  # fmt: skip
    assert asked(sent, programme="P").restated is None
    assert asked(sent).restated.differences == []  # an indicator that is new restates nothing


def test_a_kept_report_never_changes(sent):
    before = kept_reports(sent.store)[0]
    sent.send(results=[("A", "2025-Q1", 22)])
    assert keep(sent, b"another") == 2
    assert kept_reports(sent.store)[1] == before
    assert (kept_file(sent.store, 1), kept_file(sent.store, 2)) == (b"as it was", b"another")
    assert (before.kept_by, before.sent_to, before.choice.as_of) == ("Sari", "the funder", DAY)
    with pytest.raises(UnknownReport):
        kept_file(sent.store, 3)


def test_a_report_that_quotes_an_erased_person_loses_its_file_and_keeps_its_figures(forum, define):
    forum.send(indicators=[define("A")], results=[("A", "2025-Q1", 20)],
               feedback=[{"date": date(2025, 3, 1), "text": "Sumur kami kering", "consent": "ya"}])  # fmt: skip
    keep(forum, b"before anybody was quoted")
    coding.approve_all(forum.store, 1, decided_by="sekretariat")
    keep(forum, b"with the quote")
    erase(forum.store, [Entry(1, "Umpan Balik", 2)])
    assert [kept.has_file for kept in kept_reports(forum.store)] == [False, True]
    assert kept_reports(forum.store)[0].figures["A"]["actual"] == 20
    with pytest.raises(UnknownReport):
        kept_file(forum.store, 2)


def test_the_name_of_a_file_is_one_whatever_a_code_holds():
    name = keeping.file_name(Asked(DAY, "id", programme="../A/B: C"), "brief")
    assert name == "dampak-..-a-b--c-2025-07-01-id-brief.pdf"
    assert "/" not in name
