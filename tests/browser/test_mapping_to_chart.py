"""A messy table of ours in a real browser: drop, answer, store, chart; then the next file of its shape. Counts clicks.

The goal (docs/layouts.md): at most six clicks for a new shape, at most two for a known one.
"""

from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.servers import ROOT, served
from metrics.engine import open_measured
from tests.workbooks.making import Case, Page, written

pytestmark = pytest.mark.browser
NAME = "Jumlah petani dilatih"
DROP = "[data-testid=stFileUploaderDropzoneInput]"
NEW_SHAPE, KNOWN_SHAPE = 6, 2
MOST_TABS = 10  # between two decisions and the next; from the top of the page it is more than twenty


def messy(year: int, figures: tuple[int, ...], folder: Path) -> Path:
    """A letterhead, two header lines, sections, totals, text figures with a point, and running totals."""
    rows = [
        ["YAYASAN TOYA RUMEKSA"], [f"LAPORAN KEMAJUAN PROGRAM TAHUN {year}"], [],
        ["No", "Indikator", "Satuan", "Realisasi", None, None, "Ket."],
        [None, None, None, f"s.d. TW I {year}", f"s.d. TW II {year}", f"s.d. TW III {year}", None],
        ["Program Pangan"],
        [1, NAME, "orang", *figures, "sesuai absensi"],
        [2, "Nilai bantuan disalurkan", "juta rupiah", "1.250", "2.500", "3.125", None],
        [None, "JUMLAH", None, None, None, None, None],
    ]  # fmt: skip
    page = Page(rows, merged=["D4:F4", "A4:A5", "B4:B5", "C4:C5", "G4:G5"])
    return written(Case("messy", {"Rekap": page}, file_name=f"laporan-{year}"), folder)


class Clicks:
    """Clicks as a person would, and counts them."""

    def __init__(self, page) -> None:
        self.page, self.count = page, 0

    def on(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.count += 1
        settle(self.page)


@pytest.fixture
def visitor(tmp_path):
    store = open_measured(tmp_path / "uji.duckdb")
    store.close()
    environment = {"DAMPAK_STORE": str(tmp_path / "uji.duckdb"), "DAMPAK_TODAY": "2026-11-22"}
    with (
        served(ROOT / "dashboard.py", environment=environment) as running,
        chromium() as browser,
        browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta") as seen,
    ):
        page = seen.new_page()
        page.set_default_timeout(60_000)
        page.address = running.url
        yield page


def wait_until_it_can_be_stored(page, clicks: Clicks) -> None:
    """On a very busy machine a click may be lost between two drawings of the page: whoever sees the same button still
    standing there presses it again, and that counts. What else may stand there is told."""
    again = page.locator(".st-key-accept_proposals button")
    for patience in (20_000, 60_000):
        try:
            page.wait_for_selector(".st-key-store button:enabled", timeout=patience)
            return
        except TimeoutError:
            if again.count() and again.first.is_enabled():
                clicks.on(".st-key-accept_proposals button")
    raise AssertionError(page.locator("[data-testid=stMain]").inner_text())


def from_drop_to_chart(page, file: Path, *, is_new: bool) -> int:
    """How many clicks it takes; the drop itself is none."""
    clicks = Clicks(page)
    page.goto(f"{page.address.rstrip('/')}/upload?lang=id")
    page.wait_for_selector(DROP, state="attached")
    settle(page)
    page.locator(DROP).set_input_files(file)
    if is_new:
        page.wait_for_selector(".st-key-accept_proposals button")
        assert page.locator(".st-key-store button").is_disabled()
        clicks.on(".st-key-accept_proposals button")
    wait_until_it_can_be_stored(page, clicks)
    clicks.on(".st-key-store button:enabled")
    page.wait_for_selector(".st-key-receipt_charts a")
    clicks.on(f".st-key-receipt_charts a:has-text('{NAME}')")
    page.wait_for_selector(".js-plotly-plot")
    page.get_by_text(NAME).first.wait_for()
    return clicks.count


class Keys:
    """Presses keys as a person without a mouse would, and counts those that decide."""

    def __init__(self, page) -> None:
        self.page, self.decisions, self.tabs = page, 0, 0

    def to(self, selector: str, most: int = 60) -> None:
        """Tab from where the focus is until it is on what is wanted."""
        self.page.wait_for_selector(selector)
        settle(self.page)
        for _ in range(most):
            if self._is_on(selector):
                self.page.wait_for_timeout(300)  # nobody presses the next key sooner
                if self._is_on(selector):
                    return
            self.page.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"{selector} is not reached within {most} Tabs")

    def _is_on(self, selector: str) -> bool:
        return self.page.evaluate("wanted => Boolean(document.activeElement?.closest(wanted))", selector)

    def keep_place(self, selector: str) -> None:
        """What comes next is there, and the focus has not gone to the top with the button that had it."""
        self.page.wait_for_selector(selector)
        settle(self.page)
        for _ in range(50):  # wait_for_function would need eval, which the page forbids
            if self.page.evaluate("document.activeElement !== document.body"):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the focus is lost")

    def decide(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.decisions += 1


def test_from_the_page_to_the_receipt_with_the_keyboard_alone(visitor, tmp_path):
    """Choosing the file is one decision more than dropping it, which needs a mouse."""
    keys = Keys(visitor)
    visitor.on("filechooser", lambda _chooser: None)  # the browser must know before the key that a dialog is ours
    visitor.goto(f"{visitor.address.rstrip('/')}/upload?lang=id")
    keys.to("[data-testid=stFileUploaderDropzone] button")
    assert visitor.evaluate("document.activeElement.getAttribute('aria-label')") == "Pilih berkas untuk diunggah"
    with visitor.expect_file_chooser() as chooser:
        keys.decide("Enter")
    chooser.value.set_files(messy(2025, (8, 30, 61), tmp_path))
    tabs = keys.tabs
    keys.keep_place(".st-key-accept_proposals button")
    keys.to(".st-key-accept_proposals button")
    keys.decide("Space")
    visitor.wait_for_selector(".st-key-accept_proposals", state="detached")
    keys.keep_place(".st-key-store button:enabled")
    keys.to(".st-key-store button:enabled")
    keys.decide("Enter")
    visitor.wait_for_selector(".st-key-receipt_charts a")
    assert keys.decisions <= NEW_SHAPE
    assert keys.tabs - tabs <= MOST_TABS


def test_a_messy_table_reaches_its_chart_in_few_clicks(visitor, tmp_path):
    first = messy(2025, (8, 30, 61), tmp_path)
    assert from_drop_to_chart(visitor, first, is_new=True) <= NEW_SHAPE
    second = messy(2026, (5, 9, 12), tmp_path)
    assert from_drop_to_chart(visitor, second, is_new=False) <= KNOWN_SHAPE
