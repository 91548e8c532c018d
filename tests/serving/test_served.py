"""The whole stack, as a real server: what a browser, a second browser and a stranger get."""

import asyncio
import re
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from benchmarks.browser import chromium
from benchmarks.first_visit import MOST_BYTES, first_visit, settle, watch
from benchmarks.sockets import many_reruns, rerun, viewer, visit_cookie


def ask(dashboard, path: str, method: str = "GET", **headers: str):
    """Return status and headers of one request to the running dashboard."""
    connection = HTTPConnection(urlsplit(dashboard.url).netloc, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders())


def download_address(dashboard, cookie_of_browser: list[str]) -> str:
    """Open the page as one browser and return the address of its download."""

    async def told() -> str:
        async with viewer(dashboard.url.replace("http", "ws")) as connection:
            cookie_of_browser.append(connection.request.headers["Cookie"])
            frames = b"".join(message.SerializeToString() for message in await rerun(connection, query="semua=1"))
            return re.search(rb"/media/[0-9a-f]{32}\.csv", frames)[0].decode()

    return asyncio.run(told())


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"])
def test_the_interfaces_that_nobody_needs_are_closed(dashboard, path):
    assert ask(dashboard, path)[0] == 404


@pytest.mark.parametrize("path", ["/", "/unggah", "/_stcore/health", "/_stcore/host-config", "/missing.js"])
def test_every_answer_carries_a_content_policy(dashboard, path):
    assert "frame-ancestors 'none'" in ask(dashboard, path)[1]["content-security-policy"]


def test_no_other_site_may_speak_to_the_page(dashboard):
    status, headers = ask(dashboard, "/_stcore/host-config", Origin="http://evil.example")
    assert status == 200
    assert "access-control-allow-origin" not in headers


def test_a_name_of_another_site_is_refused(dashboard):
    assert ask(dashboard, "/", Host="evil.example")[0] == 400


def test_a_download_reaches_the_browser_it_was_made_for_and_no_other(dashboard):
    own: list[str] = []
    address = download_address(dashboard, own)
    status, headers = ask(dashboard, address, Cookie=own[0])
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert ask(dashboard, address)[0] == 401
    assert ask(dashboard, address, Cookie=visit_cookie(f"{dashboard.url}/"))[0] == 404


def test_an_upload_without_a_visit_is_refused(dashboard):
    path = f"/_stcore/upload_file/{'0' * 8}-0000-0000-0000-{'0' * 12}/{'0' * 8}-0000-0000-0000-{'0' * 12}"
    assert ask(dashboard, path, "PUT")[0] == 401


def test_ten_viewers_rerun_a_page_at_once(dashboard):
    measured = asyncio.run(
        many_reruns(dashboard.url.replace("http", "ws"), "", clients=10, seconds=1, pid=dashboard.pid)
    )
    assert len(measured.milliseconds) > 10


@pytest.mark.browser
def test_a_first_visit_moves_little_and_asks_no_other_host(dashboard):
    with chromium() as browser:
        visit = first_visit(browser, dashboard.url, awaits=".js-plotly-plot")
    assert visit.strangers == []
    assert visit.violations == []
    assert visit.wire < MOST_BYTES


@pytest.mark.browser
def test_chart_table_upload_and_download_work_under_the_policy(dashboard, tmp_path):
    workbook = tmp_path / "realisasi.csv"
    workbook.write_text("desa,nilai\nSukamaju,80\n")
    with chromium() as browser, browser.new_context(accept_downloads=True) as context:
        page = context.new_page()
        visit = first_visit_of(page, f"{dashboard.url}/?semua=1")
        page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(workbook)
        page.get_by_text(f"diterima {workbook.stat().st_size}").wait_for(timeout=10_000)
        with page.expect_download() as download:
            page.get_by_role("button", name="Unduh").click()
        assert download.value.path().read_bytes() == b"desa,nilai\nSukamaju,7\n"
        assert page.locator("[data-testid=stDataFrame]").count() == 1
        assert page.locator(".js-plotly-plot .bars .point").count() == 2
    assert visit.strangers == []
    assert visit.violations == []


def first_visit_of(page, url):
    """Open `url` in `page` and return the visit that goes on counting."""
    from benchmarks.first_visit import Visit

    visit = Visit(url)
    watch(page, visit)
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot", timeout=30_000)
    settle(page)
    return visit
