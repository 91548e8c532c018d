"""How long the server takes to answer a key press on the coding screen, over a store of many entries.

    python -m benchmarks.coding_key [ENTRIES] [PRESSES]

Makes a store of its own, opens the screen in Streamlit's own test run, opens the desk with a name and the
promise, and presses "Take" again and again (the key of a theme where nothing is suggested): one code is
written, the next entry read, its suggestion worked out and drawn. Prints median, 95th percentile and the slowest, of
the time that passed and of the processor (which other programs do not lengthen). The
test run draws the whole page at each press, the browser only the desk: what a person waits for is less than this.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager  # noqa: TID251  # presses the keys of the real screen
from streamlit.testing.v1 import AppTest  # noqa: TID251

from data.intake import load
from data.sample import sample_rows
from data.template import write_template
from definitions.codebook import codebook
from metrics.engine import open_measured

ROOT = Path(__file__).resolve().parents[1]


def store_of(folder: Path, entries: int) -> Path:
    """A store with so many entries: the sentences of the sample, each with a number of its own."""
    said = sample_rows()["feedback"]
    rows = [{"date": date(2025, 1, 1) + timedelta(days=number % 700), "theme": said[number % len(said)]["theme"],
             "text": f"{said[number % len(said)]['text']} ({number})"} for number in range(entries)]  # fmt: skip
    write_template(folder / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(folder / "dampak.duckdb")
    load(store, [folder / "suara.xlsx"])
    store.close()
    return folder / "dampak.duckdb"


def with_navigation() -> None:
    """The test run forgets at each run that the list of screens stands in dashboard.py."""
    begin = PagesManager.__init__

    def begin_without_pages(self, *args, **kwargs) -> None:
        begin(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = begin_without_pages


def opened_desk(app: AppTest) -> AppTest:
    """The desk, opened as a coder does: name, promise, and the pass phrase where one is set."""
    app.run()
    app.switch_page("pages/coding.py").run()
    app.text_input(key="coder").set_value("ukur")
    if phrase := os.environ.get("DAMPAK_CODING_CODE"):
        app.text_input(key="coding_phrase").set_value(phrase)
    app.checkbox(key="coding_promise").check()
    return app.button(key="open_desk").click().run()


def press(app: AppTest) -> str:
    """One answer: the suggestion is taken, or the first theme given where nothing is suggested. Returns the key."""
    keys = {button.key for button in app.button}
    key = "take" if "take" in keys else f"theme_{codebook().themes[0].key}"
    app.button(key=key).click().run()
    return key


def main() -> None:
    with_navigation()
    entries, presses = (int(value) for value in (*sys.argv[1:], 12000, 50)[:2])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DAMPAK_STORE"] = str(store_of(Path(folder), entries))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=300)
        opened_desk(app)
        waited, worked = [], []
        for _ in range(presses):
            began, busy = time.perf_counter(), time.process_time()
            press(app)
            waited.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - busy) * 1000)
        for name, found in (("waited", sorted(waited)), ("processor", sorted(worked))):
            print(f"{entries} entries, {presses} presses, {name}: median {statistics.median(found):.0f} ms, "
                  f"95 % {found[int(0.95 * presses)]:.0f} ms, slowest {found[-1]:.0f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
