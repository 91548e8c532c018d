from charts.text import broken, literal, stacked, wrapped


def test_markup_templates_and_formulas_lose_their_signs():
    assert not set("<>%${}") & set(literal("<a href=x>k</a> <b> %{x} $y$ &lt;"))
    assert literal("a & b") == "a &#38; b"


def test_line_ends_and_direction_overrides_become_a_space():
    assert literal("a\nb\t\u202ec") == "a b c"


def test_a_long_label_breaks_between_words_and_is_cut_after_two_lines():
    label = "Angka stunting balita menurut survei tahunan dinas"
    assert broken(label, 22, 2) == ["Angka stunting balita", "menurut survei tahuna…"]
    assert wrapped("Air bersih", 22) == "Air bersih"


def test_a_word_longer_than_a_line_is_broken():
    assert broken("x" * 12, 5, 2) == ["xxxxx", "xxxx…"]


def test_a_hover_box_has_the_full_text():
    assert stacked("Angka stunting " * 8, "").replace("<br>", " ") == ("Angka stunting " * 8).strip()
