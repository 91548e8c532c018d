"""How large sentences are on a wide wall: as large as all of them fit, never so large that one is cut."""

from ui import wall_room


def test_few_short_sentences_are_large_and_many_long_ones_stay_as_they_are():
    assert wall_room.words_size("Kata warga", ["Air lancar.", "Antrean panjang."], ["Kabupaten Klaten"] * 3) == 60
    assert wall_room.words_size("Yang perlu perhatian", ["kata " * 60] * 4, ["1", "1"]) is None
    assert wall_room.words_size("Kata warga", []) is None


def test_the_size_is_the_largest_at_which_all_lines_fit():
    """On a wall 1500 wide a letter of 60 is 36 wide: 41 letters a line. Four sentences of 80 letters are 8 lines then,
    78 high each, and with 4 gaps of 17, a heading of 12 + 72 and two small lines of 55: 886 of 860. At 56: 838."""
    sentence = "x" * 40 + " " + "x" * 39
    assert wall_room.words_size("Judul", [sentence] * 4, ["1", "1"]) == 56
