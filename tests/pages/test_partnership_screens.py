"""Tempat & Kegiatan, Dana & Kontribusi, Mitra & Kemitraan: what they say of the sample, and acted upon."""

import pytest

from tests.pages.shown import words
from ui import session


def test_the_overlaps_are_worded_as_a_question_and_the_most_pressing_comes_first(open_screen, sample):
    shown = words(open_screen("places", lang="en", view="overlaps"))
    assert "8 overlaps to talk about; in 3 of them more is planned than needed" in shown
    assert "not a verdict" in shown
    assert shown.index("More is planned than needed") < shown.index("Side by side")


def test_an_overlap_is_turned_into_an_action_and_the_count_falls(open_screen, sample):
    app = open_screen("places", lang="en", view="overlaps")
    app.radio(key="overlap_0_choice").set_value("action")
    app.text_input(key="overlap_0_reason").set_value("Share the hamlets")
    app.text_input(key="overlap_0_owner").set_value("Budi")
    app.date_input(key="overlap_0_due").set_value("2026-12-15")
    app.text_input(key="overlap_0_by").set_value("Sari")
    press(app, "overlap_0_form")
    assert not app.exception
    shown = words(app)
    assert "7 overlaps to talk about; in 2 of them" in shown
    assert "action agreed by Sari on" in shown
    assert "Share the hamlets · PIC: Budi · due 15 December 2026" in shown


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"by": ""}, "Please write your name"),
        ({"reason": ""}, "why"),
    ],
)
def test_a_decision_without_a_name_or_a_reason_is_not_kept(open_screen, sample, given, told):
    app = open_screen("places", lang="en", view="gaps")
    app.radio(key="gap_0_choice").set_value("dismissed")
    for field, value in ({"by": "Sari", "reason": "Served by the clinic"} | given).items():
        app.text_input(key=f"gap_0_{field}").set_value(value)
    press(app, "gap_0_form")
    assert told in " ".join(warning.value for warning in app.warning)
    with session.opened_store().cursor() as cursor:
        assert cursor.execute("select count(*) from case_decisions").fetchall() == [(0,)]


def press(app, form: str) -> None:
    """Send the form."""
    next(button for button in app.button if button.proto.form_id == form).click().run()


def test_money_of_two_currencies_is_never_on_one_page(open_screen, sample):
    rupiah, dollars = (words(open_screen("contributions", lang="en", currency=one)) for one in ("IDR", "USD"))
    said_to_be_left_out = "without USD 39,000, which was delivered in another currency"
    assert "IDR 29.7 billion" in rupiah and "USD 39,000" not in rupiah.replace(said_to_be_left_out, "")
    assert "USD 39,000" in dollars and "IDR 29.7 billion" not in dollars


def test_cost_of_one_output_never_stands_alone(open_screen, sample):
    shown = words(open_screen("contributions", lang="en", programme="AIR"))
    assert "IDR 12.8 billion" in shown and "73 points" in shown and "IDR 175.1 million" in shown


def test_agreements_that_end_are_called_to_mind_the_ended_one_first(open_screen, sample):
    shown = words(open_screen("partners", lang="en"))
    assert "3 agreements to see to" in shown
    assert "PT Kainara Mitra Busana: ◆ ends soon: MoU 04/FK-JTD/2024, 15 December 2026 (23 days left)" in shown
    assert shown.index("(22 days ago)") < shown.index("(23 days left)")


def test_the_health_of_a_round_names_no_partner(open_screen, sample):
    shown = words(open_screen("partners", lang="en", part="health", round="2026-1"))
    assert "12 of 12 partners answered in round 2026-1." in shown
    assert "Strongest: Shared goals (4.3). Weakest: Respect and inclusion (2.8)" in shown
    assert "Yayasan Toya Rumeksa" not in shown


def test_a_place_leads_to_its_voices_and_a_partner_to_its_indicators(open_screen, sample):
    app = open_screen("places", lang="en", place="33.22", partner="TOYA")
    found = [link.proto for link in app.main.get("page_link") if link.proto.page != "storyboards"]
    links = {one.page: one.query_string for one in found}
    assert links == {"voices": "place=33.22", "indicators": "partner=TOYA"}
