"""The wall as the last row sees it: sizes on every screen, keys, the code for phones, and a server that goes away."""

import os
import shutil
from pathlib import Path

import pytest

from data.storyboards import Step, View, create
from metrics.engine import open_measured
from tests.pages.conftest import ROOT, TODAY

pytestmark = pytest.mark.browser
SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
FLOOR = 0.026
SEEN = Path(__file__).with_name("wall.js").read_text("utf-8")
NAME = "dampak.test"  # a name that phones could reach it by; the browser is told that it is this machine
READY = 60_000


@pytest.fixture(scope="module")
def room(sample_file, tmp_path_factory):
    """A store with a storyboard of three views, and how to serve it to a room: `with room(port): …`."""
    from benchmarks.servers import free_port, served

    path = tmp_path_factory.mktemp("room") / "dampak.duckdb"
    shutil.copy(sample_file, path)
    store = open_measured(path)
    kinds = (("finding", {}), ("bullet", {"indicator": "GIZI-01"}), ("works", {}))
    create(store, "Pleno", [Step(View.of(kind, choices)) for kind, choices in kinds])
    store.close()
    port = free_port()
    environment = {**os.environ, "DAMPAK_STORE": str(path), "DAMPAK_TODAY": TODAY, "DAMPAK_HOSTS": NAME}
    return f"http://{NAME}:{port}", lambda: served(ROOT / "dashboard.py", environment=environment, port=port)


@pytest.fixture(scope="module")
def browser():
    from benchmarks.browser import chromium

    with chromium(f"--host-resolver-rules=MAP {NAME} 127.0.0.1") as opened:
        yield opened


def at(page, number: int) -> None:
    page.locator(f".wall_step[data-step='{number}']").wait_for(state="attached", timeout=READY)
    page.locator(".st-key-slide h2").wait_for(timeout=READY)


def test_every_view_can_be_read_from_the_last_row_on_every_screen(room, page):
    url, serving = room
    with serving():
        page.goto(f"{url}/meeting?lang=id")
        at(page, 1)
        steps = int(page.locator(".wall_step").first.get_attribute("data-steps"))
        assert steps == 11
        for number in range(1, steps + 1):
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(400)
                found = page.evaluate(SEEN)
                assert len(found["seen"]) > 5
                small = [one["text"] for one in found["seen"] if one["share"] < FLOOR]
                assert (small, found["cut"], found["scrolls"]) == ([], [], False), (number, width, height)
            page.keyboard.press("PageDown")
            at(page, min(number + 1, steps))
        page.keyboard.press("PageUp")  # where no button is pale because it leads nowhere
        at(page, steps - 1)
        page.keyboard.press("t")
        page.wait_for_url("**ground=dark*", timeout=READY)
        page.keyboard.press("t")
        page.wait_for_url("**ground=contrast*", timeout=READY)
        page.wait_for_timeout(500)
        inks = {one["ink"] for one in page.evaluate(SEEN)["seen"]}  # turned white by the inversion of the ground
        assert inks <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement !== null")
        page.keyboard.press("q")
        page.locator(".wall_code").wait_for(timeout=READY)
        short = page.locator(".st-key-wall_qr [data-testid=stText]").inner_text()
        assert short.startswith(f"{url}/?v=")
        page.goto(short)
        page.wait_for_url(f"**/meeting?*slide={steps - 1}*", timeout=READY)
        assert "lang=id" in page.url and "ground=contrast" in page.url


def test_the_wall_outlives_its_server_and_goes_on_by_itself(room, page):
    url, serving = room
    with serving():
        page.goto(f"{url}/meeting?lang=en&storyboard=1")
        at(page, 1)
        # two were drawn out of sight, and copied
        page.locator("html[data-kept-views='3']").wait_for(state="attached", timeout=READY)
        heading = page.locator(".st-key-slide h2").inner_text()
    page.locator("#wall_alone").wait_for(timeout=READY)
    assert page.locator("#wall_alone h2").inner_text() == heading
    told = page.locator(".alone_bar").inner_text()
    assert "Figures of " in told and "no connection" in told
    page.keyboard.press("ArrowRight")
    assert page.locator("#wall_alone .main-svg").count() > 0  # a view that nobody had opened
    page.keyboard.press("PageDown")
    assert page.locator("#wall_alone h2").inner_text() == "What works"
    assert "SAMPLE DATA" in page.locator("#wall_alone").inner_text()
    page.wait_for_timeout(6000)  # Streamlit has given up and says so: not on the wall
    assert not page.get_by_text("Connection error").first.is_visible()
    with serving():
        page.locator("#wall_alone").wait_for(state="detached", timeout=90_000)
        assert page.locator(".wall_step").first.get_attribute("data-step") == "3"
        assert page.locator(".st-key-slide h2").inner_text() == "What works"
