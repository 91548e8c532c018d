"""What a change of filter costs in the browser: Ringkasan against the same page with its figures from constants.

    python -m benchmarks.filter_change [--results 10000 1000000] [--rounds 12]

For each size of store: the milliseconds from the click on another programme until the page stands, medians, and the
ratios to the constant page and to the smallest store. Every click asks for a filter that was not asked for before.
"""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Locator, Page

from benchmarks.browser import chromium
from benchmarks.load import INDICATORS, result_rows
from benchmarks.servers import ROOT, served
from charts.bullets import bullet_list
from data.store import run
from locales import translator
from metrics.engine import open_measured
from metrics.progress import progress

PROGRAMMES = 5
STANDS = "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"


def fill(path: Path, results: int) -> None:
    """A store with as many results, put in by SQL: what is measured is the reading."""
    from data import rollup

    store = open_measured(path)
    rows = result_rows(results)
    with store.writing() as cursor:
        run(cursor, "insert into uploads values (1, 'b.xlsx', 'x', 'xlsx', 1, now()::timestamp, null, false, 1)")
        run(cursor, "insert into upload_events values (1, 1, 'stored', now()::timestamp, null, null)")
        for number in range(PROGRAMMES):
            run(cursor, """insert into programmes (upload_id, sheet, row_number, code, name)
                values (1, 'P', $n, 'P' || $n, 'Program ' || $n)""", {"n": number})  # fmt: skip
        for number in range(INDICATORS):
            run(cursor, """insert into indicators (upload_id, sheet, row_number, code, name, programme, level, unit,
                measure, direction, over_time, over_units, baseline, "key", scale)
                values (1, 'I', $n, $code, 'Indikator ' || $n, 'P' || $n % 5, 'output', 'orang', 'number', 'up', 'sum',
                        'sum', 0, true, 1)""", {"n": number, "code": f"IND-{number:02d}"})  # fmt: skip
        run(cursor, """insert into targets by name
            select 1 as upload_id, 'T' as sheet, 1 as row_number, code as indicator, '2000' as period,
                   'year' as period_kind, date '2000-01-01' as period_start, date '2000-12-31' as period_end,
                   100000 as value
            from indicators""")
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
    from datetime import date

    frame = progress(store, date(2026, 11, 22)).assign(place_name=None, partner_name=None)
    charts = [bullet_list(frame.iloc[number : number + 16], translator("id")) for number in range(PROGRAMMES)]
    store.close()
    words = {
        "options": {"programme": [f"Program {n}" for n in range(PROGRAMMES)], "partner": ["Semua"], "place": ["Semua"]},
        "shown": ["Utama", "Semua", "Tercapai", "Sesuai jalur", "Perlu perhatian", "Tertinggal", "Memburuk"],
        "figures": [json.loads(chart.figure.to_json()) for chart in charts],
        "table": charts[0].table.astype(str).to_dict("list"),
        "sentences": [f"Kalimat nomor {number} tentang sebuah indikator dan angkanya." for number in range(5)],
    }
    target = folder / "constants.json"
    target.write_text(json.dumps(words), "utf-8")
    return target


def click_times(page: Page, url: str, rounds: int) -> list[float]:
    """Milliseconds from choosing another option of the first picker until the script has run and the page stands."""
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot", timeout=60_000)
    page.wait_for_function(STANDS)
    return pick_times(page, page.locator("[data-testid=stSelectbox]").first, rounds)


def pick_times(page: Page, picker: Locator, rounds: int) -> list[float]:
    """Milliseconds from choosing the next option of a picker until the script has run and the page stands."""
    taken = []
    for number in range(rounds):
        picker.locator("input").click()
        options = page.locator("[data-testid=stSelectboxVirtualDropdown] li, [role=listbox] [role=option]")
        options.first.wait_for()
        before = page.locator("h2").first.inner_text()
        start = time.perf_counter()
        options.nth(1 + number % (options.count() - 1)).click()
        page.wait_for_function("old => document.querySelector('h2')?.innerText !== old || true", arg=before)
        page.wait_for_timeout(5)
        page.wait_for_function(STANDS)
        taken.append((time.perf_counter() - start) * 1000)
        page.wait_for_timeout(300)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder, medians = Path(name), {}
        stores = {results: folder / f"store-{results}.duckdb" for results in options.results}
        for results, path in stores.items():
            fill(path, results)
        words = constants(stores[options.results[0]], folder)
        floor_page = ROOT / "benchmarks" / "constant_overview.py"
        with served(floor_page, environment={"DAMPAK_CONSTANTS": str(words)}) as floor:
            taken = click_times(browser.new_page(), floor.url, options.rounds)
            medians["constants"] = statistics.median(taken)
        for results, path in stores.items():
            with served(ROOT / "dashboard.py", environment={"DAMPAK_STORE": str(path)}) as real:
                taken = click_times(browser.new_page(), real.url, options.rounds)
                medians[f"{results} results"] = statistics.median(taken)
    for what, median in medians.items():
        print(f"{what:18} {median:7.0f} ms")
    first = medians[f"{options.results[0]} results"]
    print(f"a change of filter takes {first / medians['constants']:.2f} x of the page from constants")
    if len(options.results) > 1:
        last = medians[f"{options.results[-1]} results"]
        print(f"with {options.results[-1]} results {last / first:.2f} x of what it takes with {options.results[0]}")


if __name__ == "__main__":
    main()
