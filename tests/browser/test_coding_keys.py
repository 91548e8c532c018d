"""Coding in a real browser, with the keys of a keyboard: take, skip, a theme by its key, undo; in both languages."""

import pytest

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.servers import ROOT, served
from data.sample import load_sample
from metrics.engine import open_measured
from metrics.feedback import to_code

pytestmark = pytest.mark.browser
CUT = "names => names.filter(name => name.scrollWidth > name.clientWidth + 1).map(name => name.innerText)"


@pytest.fixture
def desk(tmp_path):
    """The address of the dashboard with the sample, and the words of its newest entries, the newest first."""
    store = open_measured(tmp_path / "uji.duckdb")
    load_sample(store)
    newest = to_code(store, "")["text"].to_list()[:4]
    store.close()
    environment = {"DAMPAK_STORE": str(tmp_path / "uji.duckdb"), "DAMPAK_TODAY": "2026-11-22"}
    with served(ROOT / "dashboard.py", environment=environment) as running:
        yield running.url.rstrip("/"), newest


def test_keys_take_skip_choose_and_undo(desk):
    url, newest = desk
    with chromium() as browser:
        for language, said, coder in (("id", "Terima:", "Ani"), ("en", "Take:", "Budi")):  # each begins with the newest
            with browser.new_page(viewport={"width": 1366, "height": 768}) as page:
                page.set_default_timeout(120_000)  # what opens the desk learns from all that was coded
                open_desk(page, f"{url}/coding?lang={language}", coder)
                shows(page, newest[0])
                assert said in page.locator(".st-key-take").inner_text()
                for key, then in (("Enter", 1), ("s", 2), ("3", 3), ("u", 2), ("u", 1)):
                    page.keyboard.press(key)
                    shows(page, newest[then])
                assert page.locator("[class*=st-key-theme_] button p").evaluate_all(CUT) == []
                bottom = page.locator(".st-key-theme_safety").bounding_box()
                assert bottom["y"] + bottom["height"] <= 768, "every key is on the screen without scrolling"


def open_desk(page, address: str, coder: str) -> None:
    """Name, promise, and out of the field, so that keys are answers."""
    page.goto(address)
    page.locator(".st-key-coder input").fill(coder)
    page.locator(".st-key-coding_promise label").click()
    page.locator(".st-key-open_desk button").click()
    page.wait_for_selector(".st-key-skip")
    settle(page)
    page.locator("h1").click()


def shows(page, words: str) -> None:
    """Wait until the entry in front is this one."""
    page.get_by_text(words, exact=True).first.wait_for()
