"""Walks a whole meeting by keyboard and photographs each step into docs/meeting: `python -m benchmarks.meeting_walk
[--into FOLDER] [--lang id] [--port N]`.

The composed storyboard of the sample, at 1280×720: every view with PageDown, then the code for phones (Q), the dark and
the high-contrast ground (T), an action (A), the black wall (B), and the wall after its server went away. The day is
fixed, so that the pictures change only with the product. The page docs/meeting.md shows them.
"""

import argparse
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page

from benchmarks.browser import chromium
from benchmarks.servers import ROOT, served

SIZE = {"width": 1280, "height": 720}
NAME, DAY = "dampak.test", "2026-11-22"
READY = 60_000
COLOURS = 64  # of the pictures: flat colours and letters need no more, and a picture is 20 kB


def photograph(page: Page, folder: Path, name: str) -> None:
    """Save what is on the wall as the next picture."""
    page.wait_for_timeout(900)
    number = len(list(folder.glob("*.png"))) + 1
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    file = folder / f"{number:02d}-{name}.png"
    picture.save(file, optimize=True)
    print(file, flush=True)


def at(page: Page, number: int) -> None:
    """Wait until the view with this number is on the wall."""
    page.locator(f".wall_step[data-step='{number}']").wait_for(state="attached", timeout=READY)
    page.locator(".st-key-slide h2").wait_for(timeout=READY)


def walk(page: Page, url: str, folder: Path, language: str) -> int:
    """Every view of the composed storyboard by the key of a clicker; the number of views."""
    page.goto(f"{url}/meeting?lang={language}")
    at(page, 1)
    page.wait_for_timeout(2500)  # Plotly is fetched once
    steps = int(page.locator(".wall_step").first.get_attribute("data-steps") or 0)
    for number in range(1, steps + 1):
        at(page, number)
        photograph(page, folder, "view")
        page.keyboard.press("PageDown")
    return steps


def keys(page: Page, folder: Path) -> None:
    """The other keys, on the view that the walk ended on."""
    page.keyboard.press("q")
    page.locator(".wall_code").wait_for(timeout=READY)
    photograph(page, folder, "q-code-for-phones")
    page.keyboard.press("q")
    page.keyboard.press("Home")
    at(page, 1)
    page.keyboard.press("PageDown")
    at(page, 2)
    for ground in ("dark", "contrast"):
        page.keyboard.press("t")
        page.wait_for_url(f"**ground={ground}*", timeout=READY)
        photograph(page, folder, f"t-{ground}")
    page.keyboard.press("t")
    page.wait_for_function("() => !location.search.includes('ground=')")
    page.keyboard.press("a")
    page.locator("[data-testid=stDialog] textarea").wait_for(timeout=READY)
    photograph(page, folder, "a-action")
    page.keyboard.press("Escape")
    page.locator("[data-testid=stDialog]").wait_for(state="detached", timeout=READY)
    page.keyboard.press("p")
    page.locator(".rotation").wait_for(state="attached", timeout=READY)
    page.wait_for_timeout(6000)
    photograph(page, folder, "p-turns-by-itself")
    page.keyboard.press("p")
    page.locator(".rotation").wait_for(state="detached", timeout=READY)


def main() -> int:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph a whole meeting.")
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "meeting")
    parser.add_argument("--lang", default="id", choices=("id", "en"))
    parser.add_argument("--port", type=int, default=8517, help="stands in the pictures")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    for old in asked.into.glob("[0-9][0-9]-*.png"):
        old.unlink()
    port = asked.port
    with TemporaryDirectory() as folder, chromium(f"--host-resolver-rules=MAP {NAME} 127.0.0.1") as browser:
        store = {"DAMPAK_STORE": str(Path(folder) / "sample.duckdb"), "DAMPAK_TODAY": DAY, "DAMPAK_HOSTS": NAME}
        environment = {**os.environ, **store}
        subprocess.run([sys.executable, "-m", "data", "sample"], cwd=ROOT, env=environment, check=True)
        with browser.new_page(viewport=SIZE) as page:
            with served(ROOT / "dashboard.py", environment=environment, port=port):
                walk(page, f"http://{NAME}:{port}", asked.into, asked.lang)
                keys(page, asked.into)
            page.locator("#wall_alone").wait_for(timeout=READY)
            page.keyboard.press("ArrowRight")
            photograph(page, asked.into, "no-connection")
    return 0


if __name__ == "__main__":
    sys.exit(main())
