"""The main job in a real browser: sample removed, a wrong workbook, the corrected one, the chart, undo."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.servers import ROOT, served
from data.sample import load_sample
from data.template import template
from metrics.engine import open_measured

pytestmark = pytest.mark.browser
NAME = "Sumur desa yang berfungsi"
RESULTS = ".st-key-upload_result"
DROP = "[data-testid=stFileUploaderDropzoneInput]"


def workbook(path: Path, values: tuple[object, object]) -> Path:
    """The template with one indicator and two figures, which stand in F2 and F3 of the results."""
    indicator = {
        "code": "SUMUR", "name": NAME, "level": "output", "unit": "sumur", "measure": "number", "direction": "up",
        "over_time": "sum", "over_units": "sum", "baseline": 0, "target": 100, "target_date": "31/12/2026",
        "zero_start": True,
    }  # fmt: skip
    results = [{"indicator": "SUMUR", "period": period, "value": value}
               for period, value in zip(("TW I 2026", "TW II 2026"), values, strict=True)]  # fmt: skip
    path.write_bytes(template("id", {"indicators": [indicator], "results": results}))
    return path


@pytest.fixture
def dashboard(tmp_path):
    """The real dashboard with the sample in its store."""
    store = open_measured(tmp_path / "uji.duckdb")
    load_sample(store)
    store.close()
    environment = {"DAMPAK_STORE": str(tmp_path / "uji.duckdb"), "DAMPAK_TODAY": "2026-11-22"}
    with served(ROOT / "dashboard.py", environment=environment) as running:
        yield running


@pytest.fixture
def visitor(dashboard):
    """A browser page that notes every host it asks, on the dashboard's first screen."""
    with chromium() as browser, browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta") as context:
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.hosts = set()
        page.on("request", lambda request: page.hosts.add(urlsplit(request.url).hostname))
        page.on("websocket", lambda socket: page.hosts.add(urlsplit(socket.url).hostname))
        page.goto(dashboard.url)
        page.wait_for_selector("[data-testid=stSidebarNavLink]")
        settle(page)
        yield page


def go(page, name: str) -> None:
    """Follow the link of the navigation to the screen whose address ends so; the overview's ends with "/"."""
    page.locator(f"[data-testid=stSidebarNavLink][href$='{name}']").click()
    settle(page)


def drop(page, file: Path) -> str:
    """Put a file into the uploader; the text of what came of it."""
    page.locator(DROP).set_input_files(file)
    page.wait_for_selector(f"{RESULTS} :text('{file.name}')")
    page.wait_for_selector(".st-key-store button")
    settle(page)
    return page.locator(RESULTS).inner_text()


def test_from_a_wrong_workbook_to_the_chart_and_back(visitor, tmp_path):
    page = visitor
    page.locator(".st-key-remove_sample button").first.click()
    page.wait_for_selector(".st-key-sample_banner", state="detached")

    go(page, "/upload")
    told = drop(page, workbook(tmp_path / "keliru.xlsx", ("12 buah", "#")))
    assert re.search(r"\bF2\b", told) and re.search(r"\bF3\b", told)
    assert page.locator(".st-key-store button").is_disabled()

    told = drop(page, workbook(tmp_path / "benar.xlsx", (12, 18)))
    assert not re.search(r"\bF[23]\b", told)
    page.locator(".st-key-store button").click()
    page.locator(".st-key-see_overview button").click()
    page.get_by_text(NAME).first.wait_for()
    page.wait_for_selector(".js-plotly-plot")

    go(page, "/upload")
    page.locator(".st-key-undo_2 button").click()
    page.locator(".st-key-undo_now button").click()
    page.wait_for_selector(".st-key-restore_2")
    go(page, "/")
    page.get_by_text(NAME).first.wait_for(state="detached")

    assert page.hosts == {"127.0.0.1"}
