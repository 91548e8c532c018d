"""What a change of filter costs in the browser: Ringkasan against the same page with its figures from constants.

    python -m benchmarks.filter_change [--results 10000 1000000] [--turns 6]

For each size of store: the milliseconds from the click on another programme until the page stands, medians, and the
ratios to the constant page and to the smallest store. Every click asks for a filter that was not asked for before.
"""

import argparse
import json
import statistics
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from benchmarks.browser import chromium
from benchmarks.load import INDICATORS, PARTNERS, result_rows
from benchmarks.servers import ROOT, served
from charts.bullets import bullet_list
from data.store import run
from locales import translator
from metrics.engine import open_measured
from metrics.progress import progress

PROGRAMMES = 5
STANDS = "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
REST = 400  # ms in which nothing runs and nothing moves: then the page stands
# A run of a few ms can be over before the page has shown that it began: then what moved tells that it was.
RESTS = """rest => {
    const last = Math.max(watched.ran, watched.moved);
    const state = document.querySelector("[data-testid=stApp]").dataset.testScriptState;
    return last && state === "notRunning" && performance.now() - last > rest;
}"""
WATCH = """() => {
    if (window.watched) return;
    window.watched = { asked: 0, ran: 0, moved: 0 };
    const app = document.querySelector("[data-testid=stApp]");
    new MutationObserver(() => {
        const runs = app.dataset.testScriptState !== "notRunning";
        if (watched.asked) watched.ran = runs ? 0 : performance.now();
    }).observe(app, { attributeFilter: ["data-test-script-state"] });
    new MutationObserver(() => { watched.moved = performance.now(); })
        .observe(document.querySelector("[data-testid=stMain]"), { childList: true, subtree: true });
}"""


def fill(path: Path, results: int) -> None:
    """A store with as many results, put in by SQL: what is measured is the reading."""
    from data import rollup

    store = open_measured(path)
    rows = result_rows(results)
    with store.writing() as cursor:
        run(cursor, "insert into uploads values (1, 'b.xlsx', 'x', 'xlsx', 1, now()::timestamp, null, false, 1)")
        run(cursor, "insert into upload_events values (1, 1, 'stored', now()::timestamp, null, null, null)")
        for number in range(PROGRAMMES):
            run(cursor, """insert into programmes (upload_id, sheet, row_number, code, name)
                values (1, 'P', $n, 'P' || $n, 'Program ' || $n)""", {"n": number})  # fmt: skip
        run(
            cursor,
            """insert into partners by name
            select 1 as upload_id, 'M' as sheet, n as row_number, format('MITRA-{:02d}', n) as code,
                   'Mitra ' || n as name
            from range($n) as numbers(n)""",
            {"n": PARTNERS},
        )
        for number in range(INDICATORS):
            run(cursor, """insert into indicators (upload_id, sheet, row_number, code, name, programme, level, unit,
                measure, direction, over_time, over_units, baseline, "key", scale)
                values (1, 'I', $n, $code, 'Indikator ' || $n, 'P' || $n % 5, 'output', 'orang', 'number', 'up', 'sum',
                        'sum', 0, true, 1)""", {"n": number, "code": f"IND-{number:02d}"})  # fmt: skip
        run(
            cursor,
            """insert into targets by name
            select 1 as upload_id, 'T' as sheet, 1 as row_number, code as indicator, '2000' as period,
                   'year' as period_kind, date '2000-01-01' as period_start, date '2000-12-31' as period_end,
                   100000 as value
            from indicators""",
        )
        import pyarrow as pa

        for start in range(0, results, 200_000):
            some = [next(rows) for _ in range(min(200_000, results - start))]
            columns = list(zip(*some, strict=True))
            cursor.register("made", pa.table({"indicator": columns[0], "period": columns[1], "partner": columns[2],
                                              "place": columns[3], "value": columns[5]}))  # fmt: skip
            run(cursor, """insert into results by name
                select 1 as upload_id, 'R' as sheet, 1 as row_number, indicator, period, 'quarter' as period_kind,
                    first as period_start, (first + interval 3 month - interval 1 day)::date as period_end,
                    partner, place, value
                from (select *, make_date(period[1:4]::integer, period[7:7]::integer * 3 - 2, 1) as first from made)
                where value is not null""")  # fmt: skip
        rollup.rebuild(cursor, [f"IND-{number:02d}" for number in range(INDICATORS)])
    store.close()


def constants(path: Path, folder: Path) -> Path:
    """The figures and words of the constant page, taken from the real answer."""
    store = open_measured(path)
    frame = progress(store, date(2026, 11, 22)).assign(place_name=None, partner_name=None)
    charts = [bullet_list(frame.iloc[number : number + 16], translator("id")) for number in range(PROGRAMMES)]
    store.close()
    words = {
        "options": {"programme": ["Semua", *(f"Program {n}" for n in range(PROGRAMMES))],
                    "partner": ["Semua", *(f"Mitra {n}" for n in range(PARTNERS))], "place": ["Semua"]},
        "shown": ["Utama", "Semua", "Tercapai", "Sesuai jalur", "Perlu perhatian", "Tertinggal", "Memburuk"],
        "figures": [json.loads(chart.figure.to_json()) for chart in charts],
        "table": charts[0].table.astype(str).to_dict("list"),
        "sentences": [f"Kalimat nomor {number} tentang sebuah indikator dan angkanya." for number in range(5)],
    }  # fmt: skip
    target = folder / "constants.json"
    target.write_text(json.dumps(words), "utf-8")
    return target


def turn_of(page: Page, number: int) -> list[float]:
    """Milliseconds of choosing each programme in turn, for a partner that was not chosen before."""
    programmes, partners = (page.locator("[data-testid=stSelectbox]").nth(place) for place in (0, 1))
    pick(page, partners, 1 + number)
    taken = [pick(page, programmes, 1 + place) for place in range(PROGRAMMES)]
    pick(page, programmes, 0)
    return taken


def pick_times(page: Page, picker: Locator, rounds: int) -> list[float]:
    """Milliseconds of choosing one option of a picker after another, see `pick`."""
    pick(page, picker, 1)
    return [pick(page, picker, 2 + number) for number in range(rounds)]


def pick(page: Page, picker: Locator, option: int) -> float:
    """Milliseconds from choosing an option of a picker until the script has run and the page stands.

    Both ends are taken by the browser's own clock, and a run that has not begun cannot count as done.
    """
    page.evaluate(WATCH)
    options = page.locator("[data-testid=stSelectboxVirtualDropdown] li, [role=listbox] [role=option]")
    options.first.wait_for(state="detached")  # the list of the pick before
    picker.locator("input").click()
    options.first.wait_for()
    page.evaluate("() => { Object.assign(watched, { asked: 0, ran: 0, moved: 0 }) }")
    options.nth(option).evaluate("one => { watched.asked = performance.now(); one.click(); }")
    page.wait_for_function(RESTS, arg=REST, timeout=60_000)
    return page.evaluate("() => Math.max(watched.ran, watched.moved) - watched.asked")


def opened(browser: Browser, url: str) -> Page:
    """The page, standing."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot", timeout=120_000)
    page.wait_for_function(STANDS, timeout=120_000)
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--turns", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser, ExitStack() as running:
        folder = Path(name)
        stores = {results: folder / f"store-{results}.duckdb" for results in options.results}
        for results, path in stores.items():
            fill(path, results)
        words = {"DAMPAK_CONSTANTS": str(constants(stores[options.results[0]], folder))}
        serve = {"constants": (ROOT / "benchmarks" / "constant_overview.py", words)} | {
            f"{results} results": (ROOT / "dashboard.py", {"DAMPAK_STORE": str(path)})
            for results, path in stores.items()
        }
        pages = {what: opened(browser, running.enter_context(served(script, environment=environment)).url)
                 for what, (script, environment) in serve.items()}  # fmt: skip
        taken: dict[str, list[float]] = {what: [] for what in pages}
        for number in range(-1, options.turns):  # by turns: a slow moment is everybody's, and the first is for warmth
            for what, page in pages.items():
                page.bring_to_front()
                times = turn_of(page, number + 1)
                taken[what] += times if number >= 0 else []
    floor, first, *others = (statistics.median(times) for times in taken.values())
    for what, times in taken.items():
        print(f"{what:18} {statistics.median(times):7.0f} ms  ({min(times):.0f} … {max(times):.0f})")
    print(f"a change of filter takes {first / floor:.2f} x of the page from constants")
    for results, median in zip(options.results[1:], others, strict=True):
        print(f"with {results} results {median / first:.2f} x of what it takes with {options.results[0]}")


if __name__ == "__main__":
    main()
