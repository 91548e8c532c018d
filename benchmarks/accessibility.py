"""What axe-core finds on every screen: `python -m benchmarks.accessibility [--url URL] [--width 1366] [NAME …]`.

Each screen that the navigation lists, those of `screenshots.MORE`, and the states of `STATES` (a menu that is open, a
file with mistakes, an action on the wall), in both languages; the wall on each of its grounds. Prints every violation
once with its impact, where it stands and how often, and fails where one is serious or critical.
Without --url it serves the dashboard itself, on the store that DAMPAK_STORE names, else on the sample. The rules are
those of WCAG 2.0 to 2.2, A and AA, and axe's own of good practice.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium
from benchmarks.first_visit import settle
from benchmarks.screenshots import LANGUAGES, MAIN, named
from benchmarks.servers import ROOT, Served, served
from data.template import write_template

GRAVE = ("serious", "critical")


@dataclass(frozen=True)
class Violation:
    """What axe says of one element on one screen."""

    impact: str
    rule: str
    element: str
    why: str


def violations(page: Page) -> list[Violation]:
    """What axe finds in the page as it stands, an entry for each element."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [Violation(rule["impact"] or "", rule["id"], node["html"], node.get("failureSummary") or "")
            for rule in found for node in rule["nodes"]]  # fmt: skip


def opened(page: Page, url: str) -> None:
    """Go there and wait until all is drawn."""
    page.goto(url)
    page.wait_for_selector(MAIN, timeout=60_000)
    settle(page)
    page.wait_for_timeout(800)  # our own scripts look after the page now and then


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        settle(page)


def click(page: Page, selector: str) -> None:
    page.locator(selector).first.click()
    settle(page)


def drop_mistakes(page: Page) -> None:
    """Upload a workbook with a figure that is none and a place that nobody knows."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "laporan.xlsx"
        write_template(file, "id", {"results": [
            {"indicator": "AIR-01", "period": "2026-Q3", "place": "Kab. Cilacap", "value": "banyak"},
            {"indicator": "AIR-99", "period": "2026-Q3", "place": "Kab. Cilacop", "value": 12}]})  # fmt: skip
        page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(file)
        page.locator(".st-key-store, [class*=st-key-repair]").first.wait_for(timeout=60_000)
        settle(page)


def open_all(page: Page) -> None:
    """Open what a page has folded away."""
    page.locator(f"{MAIN} details:not([open]) > summary").evaluate_all("parts => parts.forEach(part => part.click())")
    settle(page)


# What is seen only after somebody did something: name, address, what they do.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "upload, a file with mistakes": ("upload", drop_mistakes),
    "overview, all unfolded": ("", open_all),
    "indicator, all unfolded": ("indicator?indicator=AIR-01", open_all),
    "voices, all unfolded": ("voices", open_all),
    "methods, all unfolded": ("methods", open_all),
    "reports, all unfolded": ("reports", open_all),
    "wall, dark": ("meeting?slide=2", lambda page: press(page, "t")),
    "wall, high contrast": ("meeting?slide=4", lambda page: press(page, "t", "t")),
    "wall, an action is written": ("meeting?slide=3", lambda page: press(page, "a")),
}


def audited(
    browser: Browser, url: str, names: Sequence[str] = (), *, languages: Sequence[str] = LANGUAGES, width: int = 1366,
    with_states: bool = True,
) -> Iterator[tuple[str, Violation]]:  # fmt: skip
    """Where each violation was found (the name of the screen with its language), and the violation.

    `names` are beginnings of the names of screens and states; none means all.
    """
    shown = {name: (address, None) for name, address in named(browser, url).items()}
    if with_states:
        shown |= {name: (urljoin(url, address), act) for name, (address, act) in STATES.items()}
    for (name, (address, act)), language in product(shown.items(), languages):
        if names and not any(name.startswith(wanted) for wanted in names):
            continue
        with browser.new_page(viewport={"width": width, "height": 768}) as page:
            opened(page, f"{address}{'&' if '?' in address else '?'}lang={language}")
            if act:
                act(page)
            found = violations(page)
        print(f"{name}, {language}: {len(found)} elements", flush=True)
        yield from ((f"{name}, {language}", violation) for violation in found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="a dashboard that runs on this machine; without it one is started")
    parser.add_argument("--width", type=int, default=1366)
    parser.add_argument("names", nargs="*", help="only screens whose names begin so")
    asked = parser.parse_args()
    server = nullcontext(Served(asked.url.rstrip("/"), 0)) if asked.url else served(ROOT / "dashboard.py")
    with server as running, chromium() as browser:
        found = list(audited(browser, f"{running.url}/", asked.names, width=asked.width))
    told = Counter((violation.impact, violation.rule, violation.element[:160]) for _, violation in found)
    first = {(one.impact, one.rule, one.element[:160]): (where, one.why) for where, one in reversed(found)}
    for key, count in sorted(told.items()):
        impact, rule, element = key
        where, why = first[key]
        print(f"\n{impact}: {rule}, {count} ×, first on {where}\n  {element}\n  {' '.join(why.split())}")
    print(f"\n{len(found)} elements, {sum(one.impact in GRAVE for _, one in found)} of them serious or critical")
    return int(any(one.impact in GRAVE for _, one in found))


if __name__ == "__main__":
    sys.exit(main())
