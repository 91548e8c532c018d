"""After one upload only what it touches is rolled up anew, and the outcome is that of rolling up the whole ledger."""

import random
from calendar import monthrange
from datetime import date, datetime

import duckdb
import pytest

from data import rollup, rollup_part
from metrics.engine import open_measured

INDICATORS = {
    "FLOW": ("number", "sum", "sum", False), "STOCK": ("number", "last", "sum", False),
    "SHARE": ("ratio", "last", "ratio", False), "PEAK": ("number", "max", "max", False),
    "TOTAL": ("number", "sum", "sum", True), "LOOSE": ("number", "none", "mean", False),
    "MEAN": ("percent", "mean", "mean", False), "RATE": ("ratio", "sum", "ratio", False),
    "BEST": ("ratio", "max", "ratio", False), "USUAL": ("ratio", "mean", "ratio", False),
    "ODD": ("ratio", "none", "none", False), "LEVEL": ("number", "last", "max", True),
}  # fmt: skip
STORED = {
    "periods": "select * from rollup_periods",
    "calendar": "select * from rollup_spans",
    "units": "select * exclude (unit) from rollup_members",
    "figures": """
        select members.* exclude (unit, first_day), figures.* exclude (unit, indicator)
        from rollup_units as figures join rollup_members as members using (unit)""",
}


class Ledger:
    """A store whose ledger is written to directly: a hundred uploads in the time of one workbook."""

    def __init__(self, path, seed):
        self.store, self.chance, self.uploads = open_measured(path), random.Random(seed), {}
        self.made_in_part = 0
        self._define()

    def _define(self):
        with self.store.writing() as cursor:
            self._begin(cursor)
            for code, (measure, over_time, over_units, cumulative) in INDICATORS.items():
                cursor.execute("""
                    insert into indicators by name
                    select 1 as upload_id, 'Indikator' as sheet, 1 as row_number, $code as code, $code as name,
                        $measure as measure, $over_time as over_time, $over_units as over_units, 'up' as direction,
                        $cumulative as cumulative, 1 as scale, date '2026-12-31' as target_date""",
                    {"code": code, "measure": measure, "over_time": over_time, "over_units": over_units,
                     "cumulative": cumulative})  # fmt: skip
            for period, start, end in [quarter(2025, 2), year(2025), year(2024), year(2026)]:
                for code in INDICATORS:
                    self._target(cursor, 1, code, period, start, end)
            rollup.rebuild(cursor, list(INDICATORS))

    def _begin(self, cursor):
        upload = len(self.uploads) + 1
        self.uploads[upload] = True
        cursor.execute("insert into uploads values (?, 'f', ?, 'xlsx', 1, ?, null, false, 1)",
                       [upload, str(upload), datetime(2025, 1, 1)])  # fmt: skip
        self._event(cursor, upload, "stored")
        return upload

    def _event(self, cursor, upload, event):
        cursor.execute("insert into upload_events select coalesce(max(event_id), 0) + 1, ?, ?, ?, null, null, null "
                       "from upload_events", [upload, event, datetime(2025, 1, 1)])  # fmt: skip

    def _target(self, cursor, upload, code, period, start, end, partner=None):
        kind = "quarter" if "-Q" in period else "year"
        cursor.execute("""
            insert into targets by name select ? as upload_id, 'Target' as sheet, 1 as row_number, ? as indicator,
                ? as period, ? as period_kind, ? as period_start, ? as period_end, ? as partner, 40.0 as value""",
            [upload, code, period, kind, start, end, partner])  # fmt: skip

    def _result(self, cursor, upload, row, code, span, partner, place, group):
        (period, start, end), chance = span, self.chance
        kinds = {"Q": "quarter", "S": "half", "-": "month"}
        kind = next((kinds[sign] for sign in kinds if sign in period), "year")
        is_blank, value = chance.random() < 0.1, float(chance.randrange(1, 90))
        mark = chance.choice(["not_applicable", "not_reported", None, None]) if is_blank else None
        has_parts = INDICATORS[code][0] == "ratio" and not is_blank and chance.random() < 0.9
        parts = (value, chance.choice([100.0, 97.0, 0.0])) if has_parts else (None, None)
        figure = None if is_blank or parts[0] is not None else value
        cursor.execute("""
            insert into results by name select ? as upload_id, 'R' as sheet, ? as row_number, ? as indicator,
                ? as period, ? as period_kind, ? as period_start, ? as period_end, ? as partner, ? as place,
                ? as "group", ?::double as value, ?::double as numerator, ?::double as denominator, ? as mark""",
            [upload, row, code, period, kind, start, end, partner, place, group, figure, *parts, mark])  # fmt: skip

    def send(self, spans, partners, places, groups=(None,), share=1.0, new_target=False, codes=()):
        """An upload of results of these periods and units, of these indicators or any, and its roll-up."""
        with self.store.writing() as cursor:
            upload, row = self._begin(cursor), 0
            for code in codes or self.chance.sample(list(INDICATORS), self.chance.randrange(2, len(INDICATORS) + 1)):
                for span in spans:
                    for partner in partners:
                        for place in places:
                            for group in groups:
                                row += 1
                                if self.chance.random() < share:
                                    self._result(cursor, upload, row, code, span, partner, place, group)
            if new_target:
                self._target(cursor, upload, "FLOW", *quarter(2025, 4), partner="P1")
            self._refresh(cursor, upload)

    def turn(self, upload):
        """Undo the upload, or restore it."""
        with self.store.writing() as cursor:
            self.uploads[upload] = not self.uploads[upload]
            self._event(cursor, upload, "restored" if self.uploads[upload] else "undone")
            self._refresh(cursor, upload)

    def _refresh(self, cursor, upload):
        tells_of = """
            select indicator from results where upload_id = $upload
            union select indicator from targets where upload_id = $upload"""
        touched = cursor.execute(tells_of, {"upload": upload}).fetchall()
        rollup_part.refresh(cursor, sorted(row[0] for row in touched), upload)

    def stored(self):
        with self.store.cursor() as cursor:
            return {name: sorted(map(str, rounded(cursor, text))) for name, text in STORED.items()}

    def rolled_up_whole(self):
        with self.store.writing() as cursor:
            rollup.rebuild(cursor, list(INDICATORS))
        return self.stored()


def rounded(cursor: duckdb.DuckDBPyConnection, text: str) -> list[tuple]:
    return [tuple(float(f"{cell:.12g}") if isinstance(cell, float) else cell for cell in row)
            for row in cursor.execute(text).fetchall()]  # fmt: skip


def quarter(of_year, number):
    ends = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
    return f"{of_year}-Q{number}", date(of_year, 3 * number - 2, 1), date(of_year, *ends[number])


def year(number):
    return str(number), date(number, 1, 1), date(number, 12, 31)


def half(of_year, number):
    ends = {1: (6, 30), 2: (12, 31)}
    return f"{of_year}-S{number}", date(of_year, 6 * number - 5, 1), date(of_year, *ends[number])


def month(of_year, number):
    return f"{of_year}-{number:02d}", date(of_year, number, 1), date(of_year, number, monthrange(of_year, number)[1])


@pytest.fixture
def ledger_of(tmp_path):
    made = []

    def make(seed):
        made.append(Ledger(tmp_path / f"{seed}.duckdb", seed))
        return made[-1]

    yield make
    for ledger in made:
        ledger.store.close()


@pytest.fixture
def counted(monkeypatch):
    """How many indicators were rolled up in part."""
    found = []
    real = rollup_part._refreshed

    def watched(cursor, indicators, upload):
        whole = real(cursor, indicators, upload)
        found.append(len(set(indicators) - whole))
        return whole

    monkeypatch.setattr(rollup_part, "_refreshed", watched)
    return found


QUARTERS = [quarter(2024, number) for number in (1, 2, 3, 4)] + [quarter(2025, 1)]
PARTNERS, PLACES, GROUPS = ["P1", "P2", "P3"], ["A", "B", "C", None], ["sex=f", "sex=m"]
ACTIONS = ("next", "next", "again", "gap", "late", "new unit", "months", "groups", "target", "turn", "turn", "year",
           "half")  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_after_any_sequence_of_uploads_the_part_is_what_the_whole_would_be(ledger_of, counted, seed):
    ledger = ledger_of(seed)
    chance = random.Random(seed)
    for partner in PARTNERS:
        ledger.send(QUARTERS, [partner], PLACES, share=0.95)
    if seed % 2:
        ledger.send(QUARTERS[:3], ["P1"], ["A"], ["age=0-4;sex=f", "age=0-4;sex=m"])
    for _ in range(6):
        action = chance.choice(ACTIONS)
        partner = chance.choice(PARTNERS)
        if action == "turn":
            ledger.turn(chance.randrange(2, len(ledger.uploads) + 1))
        elif action == "groups":
            ledger.send([QUARTERS[-1]], [partner], ["A"], GROUPS)
        else:
            spans = {"next": [quarter(2025, 2)], "again": chance.sample(QUARTERS, 2), "gap": [quarter(2025, 4)],
                     "late": [quarter(2023, 4)], "months": [month(2025, 2), month(2025, 3)], "year": [year(2024)],
                     "half": [half(2024, 1)]}  # fmt: skip
            sender = "P9" if action == "new unit" else partner
            has_target = action == "target"
            ledger.send(spans.get(action, [QUARTERS[-1]]), [sender], PLACES[:2], share=0.9, new_target=has_target)
        assert ledger.stored() == ledger.rolled_up_whole(), action
    assert sum(counted), "nothing was rolled up in part: this test would prove nothing"


def test_an_upload_of_one_quarter_leaves_the_rows_of_other_periods_alone(ledger_of, counted):
    ledger = ledger_of(1)
    for partner in PARTNERS:
        ledger.send(QUARTERS, [partner], PLACES, codes=["FLOW", "STOCK"])
    with ledger.store.writing() as cursor:  # a mark that a rebuild would wipe out
        cursor.execute("update rollup_periods set target_units = 77 where period = '2024-Q1'")
    ledger.send([quarter(2025, 1)], ["P1"], PLACES, codes=["FLOW", "STOCK"])
    with ledger.store.cursor() as cursor:
        periods = "select distinct period from rollup_periods where target_units = 77 and indicator = 'FLOW'"
        assert cursor.execute(periods).fetchall() == [("2024-Q1",)]
    assert counted[-1] > 0
