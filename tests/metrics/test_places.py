"""Who does what where: overlaps, gaps, and decisions that outlive the next upload; figures worked out by hand."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.missing import records
from data.decisions import Case, decide
from data.ledger import undo
from metrics import places
from tests.conftest import Forum

DAY = date(2026, 11, 22)
COLUMNS = ("partner", "activity", "place", "start", "end", "people_group", "planned", "sector", "programme", "status")


def act(partner, start, end, planned=100, *, activity="Kelas ibu hamil", place="33.29", group="ibu hamil",
        sector="gizi", programme=None, status="done"):  # fmt: skip
    """One activity; days as ISO text, an end may be None."""
    first, last = date.fromisoformat(start), end and date.fromisoformat(end)
    values = (partner, activity, place, first, last, group, planned, sector, programme, status)
    return dict(zip(COLUMNS, values, strict=True))


def need(people, place="33.29", sector="gizi", activity=None, group=None, known_on=None):
    return {"place": place, "sector": sector, "activity": activity, "people_group": group, "people": people,
            "known_on": known_on and date.fromisoformat(known_on)}  # fmt: skip


def found(forum, **within):
    return list(records(places.overlaps(forum.store, DAY, **within)))


def sent(forum, activities, **sheets):
    forum.send(activities=activities, **sheets)
    return found(forum)


A, B, C = ("A", "2025-08-04", "2025-11-28"), ("B", "2025-07-07", "2025-12-19"), ("C", "2025-09-01", "2025-09-30")


def test_two_partners_with_the_same_activity_place_group_and_time_are_one_case(forum):
    (row,) = sent(forum, [act(*A, 160), act(*B, 240)], needs=[need(690)])
    assert (row["partner"], row["other_partner"]) == ("A", "B")
    assert (row["first_day"], row["last_day"]) == (date(2025, 8, 4), date(2025, 11, 28))
    assert (row["planned"], row["other_planned"], row["planned_total"], row["need"]) == (160, 240, 400, 690)
    assert (row["severity"], row["need_source"], row["partners"]) == ("co_presence", "need", 2)


@pytest.mark.parametrize(
    ("people", "severity"), [(401, "co_presence"), (400, "co_presence"), (399, "likely_duplication")]
)
def test_more_planned_than_people_in_need_is_likely_duplication(forum, people, severity):
    (row,) = sent(forum, [act(*A, 160), act(*B, 240)], needs=[need(people)])
    assert row["severity"] == severity


def test_without_a_stated_need_it_is_not_judged(forum):
    (row,) = sent(forum, [act(*A), act(*B)])
    assert (row["severity"], row["need"], row["need_source"]) == ("unclear", None, None)


def test_a_plan_that_nobody_wrote_is_not_zero(forum):
    (row,) = sent(forum, [act(*A, 160), act(*B, None)], needs=[need(690)])
    assert (row["other_planned"], row["planned_total"], row["without_plan"]) == (None, 160, 1)
    assert row["severity"] == "unclear"


def test_what_is_planned_may_pass_the_need_even_where_one_plan_is_missing(forum):
    (row,) = sent(forum, [act(*A, 160), act(*B, None)], needs=[need(150)])
    assert row["severity"] == "likely_duplication"


def test_the_need_for_the_very_activity_and_group_counts_before_that_of_the_sector(forum):
    very = need(120, activity="kelas  IBU hamil", group="Ibu Hamil")
    (row,) = sent(forum, [act(*A), act(*B)], needs=[need(9000), need(500, group="ibu hamil"), very])
    assert row["need"] == 120


def test_a_need_elsewhere_or_of_another_group_says_nothing(forum):
    others = [need(10, place="33.28"), need(10, group="anak"), need(10, sector="air")]
    (row,) = sent(forum, [act(*A), act(*B)], needs=others)
    assert row["need"] is None


def test_else_the_largest_target_in_people_of_the_programme_there_stands_in(forum, define):
    (row,) = sent(
        forum, [act(*A, programme="GIZI"), act(*B, programme="GIZI")],
        programmes=[{"code": "GIZI", "name": "Gizi", "start": date(2025, 1, 1), "end": date(2026, 1, 1)}],
        indicators=[define("G1", programme="GIZI"), define("G2", programme="GIZI", unit="ton")],
        targets=[("G1", "2025", 150, None, "33.29"), ("G1", "2025", 900, None, "33.28"),
                 ("G2", "2025", 800, None, "33.29")],
    )  # fmt: skip
    assert (row["need"], row["need_source"], row["severity"]) == (150, "target", "likely_duplication")


@pytest.mark.parametrize(
    ("differs", "count"),
    [({"activity": "Kelas ayah"}, 0), ({"place": "33.28"}, 0), ({"group": "ibu balita"}, 0),
     ({"status": "cancelled"}, 0), ({"activity": " kelas  IBU Hamil "}, 1), ({"group": "Ibu Hamil"}, 1),
     ({"activity": "Kelas ibu hamil."}, 1), ({"activity": "Kelas ibu, hamil", "group": "ibu hamil;"}, 1),
     ({"activity": "Kelas ibu hamil 1.5"}, 0)],
)  # fmt: skip
def test_what_must_be_the_same_and_what_may_be_written_otherwise(forum, differs, count):
    assert len(sent(forum, [act(*A), act(*B, **differs)])) == count


@pytest.mark.parametrize(("start", "count"), [("2025-11-28", 1), ("2025-11-29", 0)])
def test_a_shared_day_is_an_overlap_and_the_day_after_is_none(forum, start, count):
    assert len(sent(forum, [act(*A), act("B", start, "2026-01-31")])) == count


def test_an_activity_without_an_end_lasts_until_today(forum):
    (row,) = sent(forum, [act("A", "2025-01-01", None), act("B", "2026-11-01", "2027-03-31")])
    assert row["last_day"] == DAY


def test_a_partner_does_not_overlap_with_itself(forum):
    assert sent(forum, [act(*A), act("A", "2025-09-01", "2025-10-31")]) == []


def test_three_partners_are_three_pairs_of_one_case(forum):
    rows = sent(forum, [act(*A, 100), act(*B, 200), act(*C, 50)], needs=[need(340)])
    assert [(row["partner"], row["other_partner"]) for row in rows] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert {row["case_key"] for row in rows} == {"overlap|kelas ibu hamil|33.29|ibu hamil|A+B+C"}
    assert {(row["planned_total"], row["severity"]) for row in rows} == {(350, "likely_duplication")}


def test_the_same_partners_a_year_later_are_a_case_of_their_own(forum):
    again = [act("A", "2026-03-01", "2026-04-30", 10), act("B", "2026-04-01", "2026-05-31", 20)]
    rows = sent(forum, [act(*A, 160), act(*B, 240), *again])
    assert [row["planned_total"] for row in rows] == [400, 30]


ENTRIES = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(1, 20), st.integers(0, 8)), min_size=2, max_size=8,
    unique_by=lambda one: one[:2],
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(ENTRIES)
def test_pairs_are_those_whose_days_meet_whatever_the_order(tmp_path_factory, entries):
    forum = Forum(tmp_path_factory.mktemp("acak"))
    try:
        forum.send(activities=[act(who, f"2025-01-{day:02}", f"2025-01-{day + long:02}") for who, day, long in entries])
        by_hand = {(one, other) for one, day, long in entries for other, next_day, next_long in entries
                   if one < other and day <= next_day + next_long and next_day <= day + long}  # fmt: skip
        assert {(row["partner"], row["other_partner"]) for row in found(forum)} == by_hand
    finally:
        forum.close()


def gap_rows(forum):
    return list(records(places.gaps(forum.store, DAY)))


def test_a_need_that_nobody_works_on_is_a_gap(forum):
    forum.send(activities=[act(*A, 690)], needs=[need(690), need(240, place="33.26"), need(0, place="33.25")])
    assert [(row["place"], row["people"], row["kind"]) for row in gap_rows(forum)] == [("33.26", 240, "need")]


@pytest.mark.parametrize(("plans", "left"), [((10,), [(10, 490)]), ((10, 480), [(490, 10)]), ((10, 490), []),
                                             ((10, None), [])])  # fmt: skip
def test_a_plan_for_ten_does_not_meet_a_need_of_500(forum, plans, left):
    """Where one partner does not say for how many, nobody knows."""
    forum.send(activities=[act(*one, plan) for one, plan in zip((A, B), plans, strict=False)], needs=[need(500)])
    assert [(row["planned"], row["missing"]) for row in gap_rows(forum)] == left


@pytest.mark.parametrize(
    ("stated", "gaps"),
    [(need(5, activity="Kelas ayah"), 1), (need(5, group="ibu balita"), 1), (need(5, sector="air"), 1),
     (need(5, group="IBU hamil"), 0), (need(5, known_on="2025-11-28"), 0), (need(5, known_on="2025-11-29"), 1)],
)  # fmt: skip
def test_work_of_another_kind_or_that_ended_before_does_not_meet_a_need(forum, stated, gaps):
    forum.send(activities=[act(*A)], needs=[stated])
    assert len(gap_rows(forum)) == gaps


def test_work_in_a_village_meets_the_need_of_its_regency(forum):
    forum.send(activities=[act(*A, 690, place="33.29.01.2003")], needs=[need(690)])
    assert gap_rows(forum) == []


def test_a_target_for_a_place_where_nobody_reports_or_works_is_a_gap(forum, define):
    forum.send(
        indicators=[define("G1")],
        targets=[("G1", "2025", 150, None, "33.29"), ("G1", "2026", 180, None, "33.29"),
                 ("G1", "2025", 70, None, "33.28"), ("G1", "2025", 60, "A", "33.27")],
        results=[("G1", "2025", 12, None, "33.28")],
    )  # fmt: skip
    assert [(row["kind"], row["place"], row["people"], row["indicator"]) for row in gap_rows(forum)] == [
        ("target", "33.29", 180, "G1")
    ]


def dismissed(forum):
    row = found(forum)[0]
    decide(forum.store, Case("overlap", row["case_key"], row["first_day"], row["last_day"]), "dismissed",
           decided_by="Sari", reason="Kelompok berbeda")  # fmt: skip


def test_a_decision_survives_the_next_upload_of_the_same_sheet(forum):
    sent(forum, [act(*A, 160), act(*B, 240)])
    dismissed(forum)
    (row,) = sent(forum, [act(*A, 165), act("B", "2025-07-07", "2025-12-31", 240)])
    assert (row["decision"], row["reason"], row["decided_by"]) == ("dismissed", "Kelompok berbeda", "Sari")


def test_a_decision_survives_an_undo(forum):
    sent(forum, [act(*A, 160), act(*B, 240)])
    dismissed(forum)
    again = forum.load(forum.workbook(activities=[act(*A, 170), act(*B, 240)]))[0]
    undo(forum.store, again.upload_id)
    assert found(forum)[0]["decision"] == "dismissed"


def test_a_decision_survives_a_partner_that_joins_and_says_who_came(forum):
    sent(forum, [act(*A), act(*B)])
    dismissed(forum)
    rows = sent(forum, [act(*C)])
    assert {(row["decision"], row["joined"]) for row in rows} == {("dismissed", "C")}
    dismissed(forum)
    assert {row["joined"] for row in found(forum)} == {None}


def test_a_decision_survives_another_wording_of_the_group_and_leaves_other_groups_alone(forum):
    sent(forum, [act(*A), act(*B)])
    dismissed(forum)
    forum.send(activities=[act(*A, group="balita"), act(*B, group="balita")])
    assert {(row["people_group"], row["decision"]) for row in found(forum)} == {
        ("ibu hamil", "dismissed"), ("balita", "open")}  # fmt: skip
    undo(forum.store, 2)
    undo(forum.store, 1)
    assert {row["decision"] for row in sent(forum, [act(*A, group="bumil"), act(*B, group="bumil")])} == {"dismissed"}


def test_other_partners_at_the_same_place_are_another_case(forum):
    sent(forum, [act(*A), act(*B)])
    dismissed(forum)
    undo(forum.store, 1)
    assert {row["decision"] for row in sent(forum, [act("C", *A[1:]), act("D", *B[1:])])} == {"open"}


def test_a_village_lies_in_the_regency_of_another_and_the_plans_are_held_against_the_regency(forum):
    """A plans 300 in the whole regency, B 100 in one village of it; 350 in the regency need it, 60 in the village."""
    forum.send(activities=[act(*A, 300), act(*B, 100, place="33.29.01.2003"), act(*C, 10, place="33.28.01.2001")],
               needs=[need(350), need(60, place="33.29.01.2003")])  # fmt: skip
    (row,) = found(forum)
    assert (row["place"], row["planned_total"], row["need"]) == ("33.29.01.2003", 400, 350)
    assert row["severity"] == "likely_duplication"


def test_two_villages_of_one_regency_do_not_meet(forum):
    assert sent(forum, [act(*A, place="33.29.01.2003"), act(*B, place="33.29.01.2004")]) == []


def test_a_blank_group_may_be_any(forum):
    rows = sent(forum, [act(*A, group=None), act(*B), act(*C, group="balita")])
    assert {(row["partner"], row["other_partner"], row["people_group"]) for row in rows} == {
        ("A", "B", "ibu hamil"), ("A", "C", "balita")}  # fmt: skip


def starts(forum):
    return sorted(str(day) for (day,) in forum.query('select "start" from current_activities'))


def test_an_activity_that_was_moved_leaves_its_old_day(forum):
    forum.send(activities=[act("A", "2026-03-01", "2026-03-02", status="planned")])
    forum.send(activities=[act("A", "2026-04-05", "2026-04-06", status="planned")])
    assert starts(forum) == ["2026-04-05"]
    undo(forum.store, 2)
    assert starts(forum) == ["2026-03-01"]


def test_work_that_was_done_stays_beside_the_next_round(forum):
    forum.send(activities=[act("A", "2026-03-01", "2026-03-02")])
    forum.send(activities=[act("A", "2026-06-01", "2026-06-02", status="planned")])
    assert starts(forum) == ["2026-03-01", "2026-06-01"]


def test_of_a_list_that_comes_again_only_the_day_that_changed_goes(forum):
    months = [act("A", f"2026-0{month}-10", f"2026-0{month}-11") for month in (1, 2, 3)]
    forum.send(activities=months)
    forum.send(activities=[*months[:2], act("A", "2026-03-17", "2026-03-18")])
    assert starts(forum) == ["2026-01-10", "2026-02-10", "2026-03-17"]


def test_lists_of_two_quarters_are_both_there(forum):
    for months in ((1, 2, 3), (4, 5, 6)):
        forum.send(activities=[act("A", f"2026-0{month}-10", None, status="planned") for month in months])
    assert len(starts(forum)) == 6


def test_a_decision_says_nothing_of_another_year(forum):
    sent(forum, [act(*A), act(*B)])
    dismissed(forum)
    rows = sent(forum, [act("A", "2026-03-01", "2026-04-30"), act("B", "2026-04-01", "2026-05-31")])
    assert [row["decision"] for row in rows] == ["dismissed", "open"]


def test_the_newest_decision_counts_and_a_reopened_case_is_open(forum):
    sent(forum, [act(*A), act(*B)])
    dismissed(forum)
    row = found(forum)[0]
    case = Case("overlap", row["case_key"], row["first_day"], row["last_day"])
    decide(forum.store, case, "action", decided_by="Budi", owner="Tandur", due=date(2026, 12, 1), reason="Bagi lokasi")
    row = found(forum)[0]
    assert (row["decision"], row["owner"], row["due"]) == ("action", "Tandur", date(2026, 12, 1))
    decide(forum.store, case, "reopened", decided_by="Budi", reason="Belum selesai")
    assert found(forum)[0]["decision"] == "open"
    assert len(places.decisions(forum.store)) == 3


def test_filters_look_at_one_partner_programme_or_place_with_what_is_inside_it(forum):
    sent(forum, [act(*A), act(*B), act(*A, place="33.28"), act(*C, place="33.28")])
    assert len(found(forum, partner="B")) == 1
    assert len(found(forum, place="33.28")) == 1
    assert len(found(forum, place="33")) == 2
    with pytest.raises(ValueError, match="programme, partner, place"):
        places.overlaps(forum.store, DAY, theme="air")


def test_how_alike_two_partners_are_by_what_they_do(forum):
    other = {"activity": "Kelas ayah"}
    forum.send(activities=[act(*A), act(*A, **other), act(*A, place="33.28"), act(*B), act(*C, place="33.01")])
    (row,) = records(places.alike(forum.store, DAY))
    assert (row["partner"], row["other_partner"], row["in_common"]) == ("A", "B", 1)
    assert row["jaccard"] == pytest.approx(1 / 3)
    assert row["containment"] == 1


def test_presence_counts_partners_once_per_place_and_sector(forum):
    forum.send(activities=[act(*A), act(*A, activity="Kelas ayah"), act(*B), act(*C, status="cancelled")])
    (row,) = records(places.presence(forum.store, DAY))
    assert (row["place_name"], row["partners"], row["who"], row["activities"]) == ("Kabupaten Brebes", 2, "A, B", 3)
    assert [row["province"] for row in records(places.provinces(forum.store))] == ["33"]


def test_an_activity_leads_to_its_cell(forum):
    forum.send(activities=[act(*A), act(*B)])
    rows = list(records(places.activities(forum.store, DAY)))
    assert {(row["partner"], row["cell"]) for row in rows} == {("A", "B2"), ("B", "B3")}
    assert {row["sheet"] for row in rows} == {"Kegiatan"}
