"""Pictures of every report of the sample, into docs/reports: `python -m benchmarks.report_pictures [--into FOLDER]`.

Pages, slides and sheets are laid side by side, a picture a form and language. Needs LibreOffice (`soffice`) for slides
and workbook, where there is no Arial the Liberation fonts, and poppler (`pdftoppm`) for pages: all for looking only, no
report is made with them.
"""

import argparse
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, run

from PIL import Image

from benchmarks.browser import chromium
from benchmarks.servers import ROOT
from data.sample import load_sample
from metrics.engine import open_measured
from reports.asked import Asked
from reports.content import content_of
from reports.forms import FORMS

DAY = date(2026, 11, 22)
ACROSS, MOST = 3, 12  # pictures side by side, and of one report
WIDE = {"brief": 900, "report": 480, "pptx": 640, "xlsx": 640}
"""Pixels that a page is wide, by form."""
HTML_HIGH = 4200  # of some 14,000: the definitions at its end are text alone
_AIR, _GROUND, _COLOURS = 12, "#8a93a0", 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "reports")
    into = parser.parse_args().into
    if missing := [name for name in ("soffice", "pdftoppm") if not which(name)]:
        parser.exit(1, f"Not installed: {', '.join(missing)}\n")
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = open_measured(Path(folder) / "sample.duckdb")
        load_sample(store)
        for language in ("id", "en"):
            content = content_of(store, Asked(DAY, language))
            for form, wide in WIDE.items():
                path = Path(folder) / f"{form}-{language}.{FORMS[form].suffix}"
                FORMS[form].write(content, path)
                _save(_side_by_side(_pages(path, wide)), into / f"{form}-{language}.png")
            page = Path(folder) / f"page-{language}.html"
            FORMS["html"].write(content, page)
            _photographed(page, into / f"html-{language}.png")
        store.close()
    print(*sorted(path.name for path in into.glob("*.png")), sep="\n")


def _pages(path: Path, wide: int) -> list[Image.Image]:
    """The first pages as pictures."""
    folder = path.with_suffix("")
    folder.mkdir()
    if path.suffix != ".pdf":
        run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path], check=True, stdout=DEVNULL,
            stderr=DEVNULL)  # fmt: skip
        path = folder / f"{path.stem}.pdf"
    run(["pdftoppm", "-png", "-scale-to-x", str(wide), "-scale-to-y", "-1", "-l", str(MOST), path, folder / "page"],
        check=True)  # fmt: skip
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page*.png"))]


def _side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    across = min(ACROSS, len(pages))
    wide, high = max(page.width for page in pages), max(page.height for page in pages)
    down = -(-len(pages) // across)
    sheet = Image.new("RGB", (across * (wide + _AIR) + _AIR, down * (high + _AIR) + _AIR), _GROUND)
    for number, page in enumerate(pages):
        sheet.paste(page, (_AIR + number % across * (wide + _AIR), _AIR + number // across * (high + _AIR)))
    return sheet


def _photographed(page: Path, into: Path) -> None:
    with chromium() as browser, browser.new_page(viewport={"width": 1100, "height": 768}) as tab:
        tab.goto(page.as_uri())
        tab.screenshot(path=into, clip={"x": 0, "y": 0, "width": 1100, "height": HTML_HIGH}, full_page=True)
    with Image.open(into) as taken:
        _save(taken.convert("RGB"), into)


def _save(picture: Image.Image, into: Path) -> None:
    """Few colours: these are pictures to look at, and the repository carries each of them for ever."""
    picture.quantize(_COLOURS).save(into, optimize=True)


if __name__ == "__main__":
    main()
