"""The way of a spreadsheet: read, correct, recognise, check, preview the consequences, store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import pandas as pd

from data.consequences import consequences
from data.corrections import Correction, corrected, record_corrections
from data.layouts.known import known_names
from data.ledger import append, stored_before
from data.masking.fields import masked_problem
from data.problems import WARNS, Problem
from data.reading import Refused, Workbook, read_workbook
from data.reasons import Reason, record
from data.recognise import SheetMapping, recognise
from data.remembered_mappings import remember
from data.staging import Staged, has_stops, stage
from data.store import Store, run, sql
from definitions.vocabulary import vocabulary

_HERE = Path(__file__).parent
_DEFINING = ("programmes", "partners", "indicators")  # what other files lean on
_LEANING = ("unknown_indicator", "which_new", "similar_indicator")  # what a file that comes later may answer
Progress = Callable[[float, str], None]
"""Called with the share done (0…1) and a step: reading, checking, comparing, storing."""
Ask = Callable[[duckdb.DuckDBPyConnection], object]
"""A question to the store inside a transaction, for example where every indicator stands."""
Told = Callable[[int, "Outcome"], None]
"""Called with a file's place among the files and its outcome."""


@dataclass(frozen=True)
class Outcome:
    """What came of a file: its problems, and either what it would change or the upload it became.

    `rows` and `consequences` count by sheet key; `changes` has one row per changed figure, old and new, with its cell
    (see data/consequences.py). `superseded` counts what no longer counts, by earlier upload. `changed_targets` are the
    targets and baselines that change, for which a reason is asked.
    """

    file_name: str
    problems: Sequence[Problem]
    rows: Mapping[str, int] = field(default_factory=dict)
    consequences: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    changes: pd.DataFrame | None = None
    upload_id: int | None = None
    already_stored_as: int | None = None
    corrections: Sequence[Correction] = ()
    superseded: Mapping[int, int] = field(default_factory=dict)
    changed_targets: Sequence[tuple] = ()

    @property
    def stops(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.stops]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.stops]

    @property
    def changed_results(self) -> int:
        """How many stored results would read otherwise; a reason may be given."""
        return self.consequences.get("results", {}).get("changed", 0)

    @property
    def is_ready(self) -> bool:
        """Nothing stands in the way of storing it."""
        return not self.stops and self.already_stored_as is None

    @property
    def is_refused(self) -> bool:
        """The file could not be read at all."""
        return any(problem.code == "refused" for problem in self.problems)


@dataclass(frozen=True)
class File:
    """A file that was read, or why it was not; with what was corrected on the page and how it is to be read."""

    name: str
    size_bytes: int
    workbook: Workbook | None
    refusal: Problem | None = None
    corrections: Sequence[Correction] = ()
    mappings: Sequence[SheetMapping] = ()


@dataclass(frozen=True)
class Tried:
    """What storing several files would do: their outcomes, and the answers to a question before and after."""

    outcomes: list[Outcome]
    before: object = None
    after: object = None


def read(
    path: Path, file_name: str | None = None, *, corrections: Sequence[Correction] = (),
    mappings: Iterable[SheetMapping] = (),
) -> File:  # fmt: skip
    """Read a file once, for `attempt` and `store_ready`. Raises nothing for a bad file."""
    name = file_name or path.name
    try:
        workbook = read_workbook(path, file_name=name)
        return File(name, path.stat().st_size, workbook, None, tuple(corrections), tuple(mappings))
    except Refused as refused:
        return File(name, 0, None, Problem("refused", params={"code": refused.code, **refused.params}))


def check(
    store: Store, path: Path, *, file_name: str | None = None, mappings: Iterable[SheetMapping] = (),
    progress: Progress | None = None,
) -> Outcome:  # fmt: skip
    """Read and check a file, and say what storing it would change. Stores nothing, raises nothing for a bad file."""
    report = progress or _silent
    report(0.05, "reading")
    file = read(path, file_name, mappings=mappings)
    with store.cursor() as cursor:
        return _checked(cursor, file, report)[0]


def load(
    store: Store, paths: Sequence[Path], *, file_names: Sequence[str] = (), mappings: Iterable[SheetMapping] = (),
    dry_run: bool = False, stored_by: str | None = None, is_sample: bool = False, reason: Reason | None = None,
    progress: Progress | None = None,
) -> list[Outcome]:  # fmt: skip
    """Check and store files in the order given, all or none: with one that has errors, nothing of any is stored.

    A later file may use what an earlier one defines. With `dry_run` nothing is stored in any case. `reason`: why
    stored figures change, kept with each upload that changes some.
    """
    report, chosen = progress or _silent, list(mappings)
    files = []
    for path, name in zip(paths, file_names or [path.name for path in paths], strict=True):
        report(0.05, "reading")
        files.append(read(path, name, mappings=chosen))
    outcomes: list[Outcome] = []
    try:
        with store.writing() as cursor:
            for file in files:
                outcomes.append(_stored(cursor, file, _Way(report, stored_by, is_sample, reason)))
            if dry_run or any(outcome.stops for outcome in outcomes):
                raise _NothingStored
    except _NothingStored:
        return [replace(outcome, upload_id=None) for outcome in outcomes]
    return outcomes


def attempt(
    store: Store, files: Sequence[File], *, ask: Ask | None = None, told: Told | None = None,
    progress: Progress | None = None,
) -> Tried:  # fmt: skip
    """What would come of storing every file that is ready, in an order in which definitions come first. Stores nothing.

    Each file has its own outcome; one that leans on another that is not ready is not ready either. `told` hears of an
    outcome as soon as the file is checked. `ask` is answered before the first file is stored and after the last, inside
    the transaction that is then taken back; both answers are None where no file is ready.
    """
    answers: list[object] = []
    way = _Way(progress or _silent, told=told, before_storing=lambda cursor: _asked(cursor, ask, answers))
    outcomes: list[Outcome] = []
    try:
        with store.writing() as cursor:
            outcomes = _each(cursor, files, way)
            if answers and ask:
                answers.append(ask(cursor))
            raise _NothingStored
    except _NothingStored:
        before, after = answers if len(answers) == 2 else (None, None)
        return Tried([replace(outcome, upload_id=None) for outcome in outcomes], before, after)


def _asked(cursor: duckdb.DuckDBPyConnection, ask: Ask | None, answers: list[object]) -> None:
    if ask and not answers:
        answers.append(ask(cursor))


def store_ready(
    store: Store, files: Sequence[File], *, stored_by: str | None = None, reason: Reason | None = None,
    progress: Progress | None = None,
) -> list[Outcome]:  # fmt: skip
    """Store every file that is ready, all in one transaction; the others keep their problems and are not stored.

    `reason`: why stored figures change, kept with each upload that changes some. How the sheets were chosen to
    be read is kept for the next files of their shapes.
    """
    with store.writing() as cursor:
        return _each(cursor, files, _Way(progress or _silent, stored_by, reason=reason, remembers=True))


class _NothingStored(Exception):  # noqa: N818  # what happened, not an error
    """Takes the transaction back."""


def _silent(_share: float, _step: str) -> None:
    return None


@dataclass(frozen=True)
class _Way:
    """How files are stored: who is told of what, and what is kept with them."""

    progress: Progress
    stored_by: str | None = None
    is_sample: bool = False
    reason: Reason | None = None
    told: Told | None = None
    before_storing: Callable[[duckdb.DuckDBPyConnection], None] | None = None
    remembers: bool = False


def _each(cursor: duckdb.DuckDBPyConnection, files: Sequence[File], way: _Way) -> list[Outcome]:
    """One outcome a file, in their order. Those that define are tried first; who leaned on a later one tries again."""
    outcomes: dict[int, Outcome] = {}
    waiting = sorted(range(len(files)), key=lambda at: _rank(files[at])) if len(files) > 1 else [0]
    done = 0
    while waiting:
        for at in waiting:
            outcomes[at] = _stored(cursor, files[at], _part_of(way, at, done, len(files)))
            done = min(done + 1, len(files) - 1)
        again = [at for at in waiting if any(problem.code in _LEANING for problem in outcomes[at].stops)]
        waiting = again if len(again) < len(waiting) else []
    return [outcomes[at] for at in range(len(files))]


def _part_of(way: _Way, at: int, done: int, count: int) -> _Way:
    """The same for one of several files: its share of the whole, and its place among them."""
    told = way.told
    return replace(way, progress=lambda share, step: way.progress((done + share) / count, step),
                   told=(lambda _at, outcome: told(at, outcome)) if told else None)  # fmt: skip


def _rank(file: File) -> int:
    """0 for a file with sheets that define something, by their names and headers; 1 for another; 2 for no workbook."""
    if file.workbook is None:
        return 2
    recognised, _problems = recognise(file.workbook, file.mappings)
    return 0 if any(entry.words.key in _DEFINING for entry in recognised) else 1


def _stored(cursor: duckdb.DuckDBPyConnection, file: File, way: _Way) -> Outcome:
    outcome, staged = _checked(cursor, file, way.progress)
    if way.told:
        way.told(0, outcome)
    if not outcome.is_ready or file.workbook is None or staged is None:
        return outcome
    if way.before_storing:
        way.before_storing(cursor)
    way.progress(0.8, "storing")
    upload = append(cursor, file.workbook, staged, size_bytes=file.size_bytes, stored_by=way.stored_by,
                    is_sample=way.is_sample, reason=way.reason if outcome.changed_results else None)  # fmt: skip
    record(cursor, upload, list(outcome.changed_targets), way.reason)
    record_corrections(cursor, upload, file.corrections, way.stored_by)
    if way.remembers:
        remember(cursor, upload, file.workbook, file.mappings, way.stored_by)
    return replace(outcome, upload_id=upload)


def _checked(cursor: duckdb.DuckDBPyConnection, file: File, progress: Progress) -> tuple[Outcome, Staged | None]:
    if file.workbook is None:
        return Outcome(file.name, [file.refusal] if file.refusal else []), None
    if (before := stored_before(cursor, file.workbook.sha256)) is not None:
        problem = Problem("already_stored", WARNS, params={"upload": before[0], "date": before[1].date()})
        return Outcome(file.name, [problem], already_stored_as=before[0]), None
    progress(0.4, "checking")
    workbook = corrected(file.workbook, file.corrections)
    recognised, problems = recognise(workbook, file.mappings, known_names(cursor))
    staged = stage(cursor, recognised)
    problems += staged.problems
    problems += _notes(workbook)
    is_counted_elsewhere = any(problem.code == "counted_once" for problem in problems)
    if recognised and not any(staged.rows.values()) and not is_counted_elsewhere:
        problems.append(Problem("nothing_to_store"))
    problems = [masked_problem(problem) for problem in _before_what_follows(problems)]
    rows = {key: count for key, count in staged.rows.items() if key in staged.bodies}
    found = Outcome(file.name, problems, rows, corrections=file.corrections)
    if has_stops(problems):
        return found, staged
    progress(0.6, "comparing")
    changed = consequences(cursor, staged)
    problems += _left_behind(cursor, staged)
    staged.problems = [problem for problem in problems if not problem.stops]  # kept with the upload
    return replace(found, consequences=changed.counts, changes=changed.changes, superseded=changed.superseded,
                   changed_targets=changed.targets), staged  # fmt: skip


def _before_what_follows(problems: Sequence[Problem]) -> list[Problem]:
    """Until it is said whose figures a sheet holds, the same figure on two sheets is no mistake of anybody."""
    asked = {problem.sheet for problem in problems if problem.code == "whose_sheet"}
    return [problem for problem in problems
            if problem.code != "same_figure_twice" or problem.sheet not in asked or "!" not in
            str(problem.params["first"])]  # fmt: skip


def _left_behind(cursor: duckdb.DuckDBPyConnection, staged: Staged) -> list[Problem]:
    """A corrected name makes a new row, and the old one goes on counting: say so, or people are counted twice."""
    if "results" not in staged.bodies or not run(cursor, "select 1 from live_uploads limit 1"):
        return []
    names = {body.recognised.sheet.name for body in staged.bodies["results"]}
    sheet = names.pop() if len(names) == 1 else None  # of the whole file, where several sheets hold results
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
