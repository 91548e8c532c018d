from itertools import combinations

import pytest

from charts.theme import STATUSES, Look, status_text
from tests.charts.colour_vision import EYES, contrast, difference, lab

GROUNDS = {"light": "#FFFFFF", "dark": "#0E1117"}
TOLD_APART_BY_COLOUR = ("met", "behind", "off_track", "no_data")


def test_the_colour_difference_agrees_with_the_published_pairs():
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619)) == pytest.approx(2.0373, abs=1e-4)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("key", STATUSES)
def test_every_status_stands_out_from_its_ground(key, ground):
    assert contrast(getattr(STATUSES[key], ground), GROUNDS[ground]) >= 3


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_status_colours_stay_apart_for_every_eye(ground, eye):
    for one, other in combinations(TOLD_APART_BY_COLOUR, 2):
        colours = [lab(getattr(STATUSES[key], ground), eye) for key in (one, other)]
        assert difference(*colours) >= 19, (one, other)


def test_no_two_statuses_share_a_shape():
    assert (
        len({status.shape for status in STATUSES.values()}) == len({status.symbol for status in STATUSES.values()}) == 7
    )


@pytest.mark.parametrize("dark", [False, True])
def test_text_reads_well_on_its_ground_and_on_filled_marks(dark):
    look = Look(dark=dark)
    assert min(contrast(ink, look.ground) for ink in (look.ink, look.faint_ink)) >= 7
    fills = [look.first, look.second, *(look.colour(key) for key in STATUSES)]
    assert min(contrast(look.on(fill), fill) for fill in fills) >= 4.5


def test_a_projector_gets_no_text_under_28_px():
    assert (Look(large=True).text, Look(large=True).rows) == (29, 6)


def test_status_words(english, indonesian):
    assert [status_text(key, indonesian) for key in STATUSES] == [
        "▲ Tercapai",
        "● Sesuai jalur",
        "◆ Perlu perhatian",
        "▼ Tertinggal",
        "✖ Memburuk",
        "◎ Belum jatuh tempo",
        "○ Belum dinilai",
    ]
    assert status_text(None, english) == "○ Not judged"


def test_a_status_of_another_scheme_keeps_its_word(english):
    assert status_text("very_high", english) == "■ very high"
