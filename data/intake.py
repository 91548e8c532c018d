"""The way of a spreadsheet: read, recognise, check, preview the consequences, store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import pandas as pd

from data.ledger import append, stored_before
from data.problems import WARNS, Problem
from data.reading import Refused, Workbook, read_workbook
from data.recognise import SheetMapping, recognise
from data.staging import Staged, has_stops, stage
from data.store import Store, run, sql
from definitions.vocabulary import vocabulary

_HERE = Path(__file__).parent
_COMPARED = ("indicators", "targets", "results", "feedback")
Progress = Callable[[float, str], None]
"""Called with the share done (0…1) and a step: reading, checking, comparing, storing."""


@dataclass(frozen=True)
class Outcome:
    """What came of a file: its problems, and either what it would change or the upload it became.

    `rows` and `consequences` count by sheet key; `changes` has one row per changed figure, old and new.
    """

    file_name: str
    problems: Sequence[Problem]
    rows: Mapping[str, int] = field(default_factory=dict)
    consequences: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    changes: pd.DataFrame | None = None
    upload_id: int | None = None
    already_stored_as: int | None = None

    @property
    def stops(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.stops]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.stops]

    @property
    def is_ready(self) -> bool:
        """Nothing stands in the way of storing it."""
        return not self.stops and self.already_stored_as is None


def check(
    store: Store, path: Path, *, file_name: str | None = None, mappings: Iterable[SheetMapping] = (),
    progress: Progress | None = None,
) -> Outcome:  # fmt: skip
    """Read and check a file, and say what storing it would change. Stores nothing, raises nothing for a bad file."""
    report = progress or _silent
    file = _read(path, file_name or path.name, report)
    with store.cursor() as cursor:
        return _checked(cursor, file, mappings, report)[0]


def load(
    store: Store, paths: Sequence[Path], *, file_names: Sequence[str] = (), mappings: Iterable[SheetMapping] = (),
    dry_run: bool = False, stored_by: str | None = None, is_sample: bool = False, progress: Progress | None = None,
) -> list[Outcome]:  # fmt: skip
    """Check and store files in the order given, all or none: with one that has errors, nothing of any is stored.

    A later file may use what an earlier one defines. With `dry_run` nothing is stored in any case.
    """
    report, chosen = progress or _silent, list(mappings)
    files = [_read(path, name, report)
             for path, name in zip(paths, file_names or [path.name for path in paths], strict=True)]  # fmt: skip
    outcomes: list[Outcome] = []
    try:
        with store.writing() as cursor:
            for file in files:
                outcomes.append(_stored(cursor, file, chosen, stored_by, is_sample, report))
            if dry_run or any(outcome.stops for outcome in outcomes):
                raise _NothingStored
    except _NothingStored:
        return [replace(outcome, upload_id=None) for outcome in outcomes]
    return outcomes


class _NothingStored(Exception):  # noqa: N818  # what happened, not an error
    """Takes the transaction back."""


def _silent(_share: float, _step: str) -> None:
    return None


@dataclass(frozen=True)
class _Read:
    """A file that was read, or why it was not."""

    name: str
    size_bytes: int
    workbook: Workbook | None
    refusal: Problem | None = None


def _read(path: Path, name: str, progress: Progress) -> _Read:
    progress(0.05, "reading")
    try:
        return _Read(name, path.stat().st_size, read_workbook(path, file_name=name))
    except Refused as refused:
        return _Read(name, 0, None, Problem("refused", params={"code": refused.code, **refused.params}))


def _stored(
    cursor: duckdb.DuckDBPyConnection, file: _Read, mappings: Iterable[SheetMapping],
    stored_by: str | None, is_sample: bool, progress: Progress,
) -> Outcome:  # fmt: skip
    outcome, staged = _checked(cursor, file, mappings, progress)
    if not outcome.is_ready or file.workbook is None or staged is None:
        return outcome
    progress(0.8, "storing")
    upload = append(cursor, file.workbook, staged, size_bytes=file.size_bytes, stored_by=stored_by, is_sample=is_sample)
    return replace(outcome, upload_id=upload)


def _checked(
    cursor: duckdb.DuckDBPyConnection, file: _Read, mappings: Iterable[SheetMapping], progress: Progress
) -> tuple[Outcome, Staged | None]:
    workbook = file.workbook
    if workbook is None:
        return Outcome(file.name, [file.refusal] if file.refusal else []), None
    if (before := stored_before(cursor, workbook.sha256)) is not None:
        problem = Problem("already_stored", WARNS, params={"upload": before[0], "date": before[1].date()})
        return Outcome(file.name, [problem], already_stored_as=before[0]), None
    progress(0.4, "checking")
    recognised, problems = recognise(workbook, mappings)
    staged = stage(cursor, recognised)
    problems += staged.problems
    problems += _notes(workbook)
    if recognised and not any(staged.rows.values()):
        problems.append(Problem("nothing_to_store"))
    staged.problems = [problem for problem in problems if not problem.stops]
    rows = {key: count for key, count in staged.rows.items() if key in staged.bodies}
    if has_stops(problems):
        return Outcome(file.name, problems, rows), staged
    progress(0.6, "comparing")
    consequences, changes = _consequences(cursor, staged)
    problems += _left_behind(cursor, staged)
    return Outcome(file.name, problems, rows, consequences, changes), staged


def _left_behind(cursor: duckdb.DuckDBPyConnection, staged: Staged) -> list[Problem]:
    """A corrected name makes a new row, and the old one goes on counting: say so, or people are counted twice."""
    if "results" not in staged.bodies or not run(cursor, "select 1 from live_uploads limit 1"):
        return []
    sheet = staged.bodies["results"][0].recognised.sheet.name
    return [
        Problem("left_behind", WARNS, sheet, params={"upload": upload, "count": count, "found": _shortened(examples)})
        for upload, count, examples in run(cursor, sql(_HERE / "preview" / "left_behind.sql"))
    ]


def _shortened(examples: str, most: int = 160) -> str:
    return examples if len(examples) <= most else f"{examples[:most].rsplit(';', 1)[0]}; …"


def _notes(workbook: Workbook) -> list[Problem]:
    """What the reading has to say, but for the hidden list that our own template carries."""
    return [
        Problem("note", WARNS, params={"code": note.code, **note.params})
        for note in workbook.notes
        if not vocabulary().is_own_page(str(note.params.get("sheet", "")))
    ]


def _consequences(
    cursor: duckdb.DuckDBPyConnection, staged: Staged
) -> tuple[dict[str, dict[str, int]], pd.DataFrame | None]:
    counts: dict[str, dict[str, int]] = {}
    changed: list[pd.DataFrame] = []
    for key in staged.bodies:
        if key not in _COMPARED:
            counts[key] = {"new": staged.rows[key]}
            continue
        run(cursor, _PREVIEW[key])
        counts[key] = dict(run(cursor, "select consequence, count(*) from preview group by consequence"))
        if counts[key].get("changed"):
            rows = cursor.sql("select * from preview where consequence = 'changed' order by row_number limit 1000")
            changed.append(rows.df().assign(sheet_key=key))
    return counts, pd.concat(changed) if changed else None


_PREVIEW = {key: "create or replace temp view preview as " + sql(_HERE / "preview" / f"{key}.sql") for key in _COMPARED}
