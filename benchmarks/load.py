"""From a workbook of results to figures ready to draw, against what the readers alone take for the same file.

    python -m benchmarks.load [--rows 100000] [--rounds 3]

Prints the median seconds of each and the ratios. All in one run, each round in turn, so that a noisy machine tells on
all.
"""

import argparse
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

from definitions.vocabulary import vocabulary

INDICATORS, PARTNERS, PLACES = 20, 20, 50


def result_rows(count: int) -> Iterator[tuple[object, ...]]:
    """Results of 20 indicators, 20 partners, 50 places and as many quarters as it takes."""
    for number in range(count):
        rest, indicator = divmod(number, INDICATORS)
        rest, partner = divmod(rest, PARTNERS)
        quarter, place = divmod(rest, PLACES)
        year, part = divmod(quarter, 4)
        ratio = indicator % 5 == 4
        value = None if ratio else (number * 37 + quarter * 13) % 1000 + 1  # no quarter repeats the one before
        parts = (number % 90, 100) if ratio else (None, None)
        yield (f"IND-{indicator:02d}", f"{2000 + year}-Q{part + 1}", f"MITRA-{partner:02d}", f"Desa {place:02d}", None,
               value, *parts, "sesuai laporan" if number % 3 else None,
               "daftar hadir" if number % 2 else None)  # fmt: skip


def write_workbook(path: Path, count: int) -> None:
    """A workbook with definitions, targets and `count` results, as Excel would write it."""
    words = vocabulary().sheet_by_key
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        indicators = book.add_worksheet("Indikator")
        fields = ["code", "name", "level", "unit", "measure", "direction", "over_time", "over_units", "baseline"]
        indicators.write_row(0, 0, [words["indicators"].column_by_key[field].id for field in fields])
        for number in range(INDICATORS):
            over_time = ("jumlah", "terakhir")[number % 2]
            kind = ("rasio", "jumlah", "rasio") if number % 5 == 4 else ("angka", over_time, "jumlah")
            indicators.write_row(number + 1, 0, [f"IND-{number:02d}", f"Indikator {number}", "luaran", "orang",
                                                 kind[0], "naik", kind[1], kind[2], 0])  # fmt: skip
        targets = book.add_worksheet("Target")
        targets.write_row(0, 0, ["indikator", "periode", "nilai"])
        for number in range(INDICATORS):
            targets.write_row(number + 1, 0, [f"IND-{number:02d}", "2000", 1_000_000])
        results = book.add_worksheet("Realisasi")
        results.write_row(0, 0, [column.id for column in words["results"].columns])
        for row, values in enumerate(result_rows(count), start=1):
            results.write_row(row, 0, values)


def by_pandas_openpyxl(path: Path) -> float:
    import pandas

    start = time.perf_counter()
    pandas.read_excel(path, sheet_name="Realisasi", engine="openpyxl")
    return time.perf_counter() - start


def by_calamine(path: Path) -> float:
    import python_calamine

    start = time.perf_counter()
    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name("Realisasi").to_python()
    return time.perf_counter() - start


def by_dampak(path: Path) -> float:
    """Read, check, store, roll up, ask, draw: everything between the drop and the chart."""
    from charts.bullets import bullet_list
    from data.intake import load
    from locales import translator
    from metrics.engine import open_measured
    from metrics.progress import progress

    with tempfile.TemporaryDirectory() as folder:
        store = open_measured(Path(folder) / "store.duckdb")  # a server has its store open
        start = time.perf_counter()
        outcome = load(store, [path])[0]
        if outcome.stops:
            raise RuntimeError(outcome.stops[0].sentence(translator("en")))
        found = progress(store, date(2026, 11, 22))
        chart = bullet_list(found.assign(place_name=None, partner_name=None), translator("id"))
        chart.figure.to_json()
        taken = time.perf_counter() - start
        store.close()
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["dampak"], help="leave out the readers (for a file that takes them minutes)")
    options = parser.parse_args()
    actions = {"dampak": by_dampak} if options.only else {
        "pandas+openpyxl": by_pandas_openpyxl, "calamine": by_calamine, "dampak": by_dampak}  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.xlsx"
        writing = multiprocessing.get_context("spawn").Process(target=write_workbook, args=(path, options.rows))
        writing.start()  # in a process of its own: its memory is not the loader's
        writing.join()
        children_before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"{options.rows} results, {path.stat().st_size / 1e6:.1f} MB")
        by_dampak(path)  # a warm-up: imports, and a spare child ready
        taken: dict[str, list[float]] = {name: [] for name in actions}
        for _ in range(options.rounds):
            for name, action in actions.items():
                taken[name].append(action(path))
    medians = {name: statistics.median(values) for name, values in taken.items()}
    for name, median in medians.items():
        print(f"{name:16} {median:8.2f} s  ({min(taken[name]):.2f} … {max(taken[name]):.2f})")
    if not options.only:
        ratio = medians["pandas+openpyxl"] / medians["dampak"]
        print(f"dampak is {ratio:.1f} x faster than pandas with openpyxl reads the file")
        print(f"dampak takes {medians['dampak'] / medians['calamine']:.2f} x of what calamine takes to read it")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    note = "its largest child" if child > children_before else "no child larger than the one that wrote the file"
    print(f"memory at most {own:.0f} MB here and {child / 1024:.0f} MB in {note}")


if __name__ == "__main__":
    main()
