"""What stands around every screen: its style sheet comes with the page, and the list of screens is made once."""

from ui import screens, stylesheet


def test_a_rerun_brings_the_style_sheet_only_where_the_page_has_none(open_screen, sample, monkeypatch):
    monkeypatch.setattr(stylesheet, "is_in_the_page", False)
    assert any(stylesheet.TEXT in part.proto.body for part in open_screen().get("html"))
    monkeypatch.setattr(stylesheet, "is_in_the_page", True)
    assert not any(stylesheet.TEXT in part.proto.body for part in open_screen().get("html"))


def test_serve_puts_it_before_what_is_drawn():
    from serving.compression import page_shell

    html = '<html lang="en"><head></head><body><div id=root></div></body></html>'
    shell = page_shell(html, title="x", language="id", sentence="y", style="a { color: red }")
    assert "<body><style>a { color: red }</style><div id=root>" in shell


def test_two_viewers_run_their_own_screens(open_screen, sample, monkeypatch):
    monkeypatch.setattr(screens, "_made", {})
    first = open_screen("indicators", lang="en")
    second = open_screen("voices", lang="en")
    assert first.run().title[0].value == "Indicators"
    assert second.run().title[0].value == "Community voices"
    pages = screens.kept("en", dict)
    assert all(not page._can_be_called for section in pages.values() for page in section)
