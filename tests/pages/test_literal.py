"""Uploaded text never acts: not as Markdown, HTML, link, image, icon, emoji, colour or formula."""

import pytest

from ui.literal import literal

NASTY = [
    "![x](http://e.example/x.png)", "[a](http://e.example)", "<b>bold</b>", "<img src=http://e.example/x.png>",
    ":red[x]",
    "$x^2$", "`code`", "**bold**", "_it_", "# head", "1. one", "- item", "> quote", ":material/home:", ":smile:",
    "http://e.example/a", "www.example.com", "a@example.com", "a | b", "~~gone~~", "\\*", "&lt;b&gt;", ":blue-badge[x]",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_the_signs_are_all_still_there(text):
    assert (
        literal(text).replace("\\\\", "\0").replace("\\", "").replace("\0", "\\").replace("\N{WORD JOINER}", "") == text
    )


@pytest.mark.browser
def test_a_browser_shows_exactly_the_signs_and_asks_nobody_for_anything(tmp_path):
    browser_module = pytest.importorskip("benchmarks.browser")
    from benchmarks.servers import served

    script = tmp_path / "nasty.py"
    script.write_text(
        "import pandas as pd, streamlit as st\n"
        "from ui.literal import literal\n"
        "from ui.furniture import text_table\n"
        f"for i, text in enumerate({NASTY!r}):\n"
        "    with st.container(key=f'n{i}'):\n"
        "        st.caption(literal(text)); st.subheader(literal(text), anchor=False); st.markdown(literal(text))\n"
        "        st.button(literal(text), key=f'b{i}'); st.text(text); st.metric(literal(text), 1)\n"
        "        text_table(pd.DataFrame({text: [text]}))\n"
    )
    with served(script) as server, browser_module.chromium() as browser, browser.new_page() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.url)
        page.wait_for_selector(f".st-key-n{len(NASTY) - 1} table", timeout=60_000)
        main = page.locator("[data-testid=stMainBlockContainer]")
        for index, text in enumerate(NASTY):
            shown = page.locator(f".st-key-n{index}").inner_text().replace("\N{WORD JOINER}", "")
            assert shown.count(text) == 8, (text, shown)
        for tag in (
            "a",
            "img",
            "b",
            "em",
            "code",
            ".katex",
            "del",
            "ul",
            "ol",
            "blockquote",
            "[data-testid=stIconMaterial]",
        ):
            assert main.locator(tag).count() == 0, tag
        assert all(url.startswith((server.url, "data:", "blob:")) for url in asked)
