"""The benchmark of the coding desk presses the keys that the screen has: what is measured is a code that is stored."""

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from benchmarks.coding_key import ROOT, opened_desk, press, store_of, with_navigation
from data.coding import codes
from metrics.engine import open_measured


def test_a_press_stores_a_code_and_the_next_entry_comes(tmp_path, monkeypatch):
    monkeypatch.delenv("DAMPAK_CODING_CODE", raising=False)
    monkeypatch.setenv("DAMPAK_STORE", str(store_of(tmp_path, 12)))
    monkeypatch.setattr(PagesManager, "__init__", PagesManager.__init__)
    with_navigation()
    desk = opened_desk(AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60))
    pressed = [press(desk), press(desk)]

    store = open_measured(tmp_path / "dampak.duckdb")
    given = codes(store)
    store.close()
    assert not desk.exception
    assert len(given) == len(pressed) == 2
    assert {coder for _, coder, _ in given} == {"ukur"}
