"""The command line of the measures: progress, feedback, completeness, trace and the rest."""

import argparse
import json
import sys
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from data.printing import FORMATS, printed
from data.store import Store, StoreBusy, StoreUnusable, run
from definitions import clock
from definitions.exit_codes import DONE, ERRORS
from definitions.schemes import DEFAULT, scheme, schemes
from locales import LANGUAGES, Translate, translator
from metrics import own_scheme, small_groups
from metrics.completeness import completeness
from metrics.engine import open_measured
from metrics.feedback_shown import printed_themes as feedback_themes
from metrics.growth import growth
from metrics.lineage import trace
from metrics.partnership_answers import add_choices, shown
from metrics.people import people
from metrics.progress import COLUMNS, DIMENSIONS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one question. Returns 0 when answered, 1 when the store cannot answer it, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    t = translator(options.lang)
    if options.question == "verify":
        return _verify(options)
    if options.question == "themes":
        return _themes(options)
    try:
        store = open_measured(options.store)
        if options.question == "trace" and not _is_known(store, options.indicator):
            print(t("There is no indicator {code}.", code=options.indicator), file=sys.stderr)
            return ERRORS
        answer = _QUESTIONS[options.question](store, options)
    except StoreBusy as error:
        busy = t("Another program has the store {path} open. Close it and try again.", path=error.args[0])
        print(busy, file=sys.stderr)
        return ERRORS
    except StoreUnusable as error:
        path, reason = error.args
        print(t("The data file {path} cannot be used: {reason}", path=path, reason=reason), file=sys.stderr)
        return ERRORS
    _told_of_protection(options, t)
    print(printed(answer, options.format))
    return DONE


def _progress(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    found = own_scheme.judged(store, options.as_of, options.by, options.scheme)
    if not options.unprotected and "group" in options.by:
        found = small_groups.without_any_hidden(found, small_groups.hidden_of_each(store, options.as_of), by=options.by)
        found = _marked(found, found["reason"].eq(small_groups.SUPPRESSED), small_groups.MEASURES, options.format)
    if options.scheme is None and found["scheme"].eq(DEFAULT).all():  # the columns of the design, word for word
        return _with_names(store, found[[*COLUMNS]])
    words = [scheme(key).label(band, options.lang) if isinstance(band, str) else None
             for key, band in zip(found["scheme"], found["band"], strict=True)]  # fmt: skip
    return _with_names(store, found[[*COLUMNS]].assign(scheme=found["scheme"], band=words))


def _people(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    if options.unprotected:
        return people(store, options.as_of)
    found = people(store, options.as_of, hidden=small_groups.hidden_of_each(store, options.as_of))
    is_hidden = found["estimate"].isna() & found["gross"].notna()
    return _marked(found, is_hidden, ("lower", "estimate"), options.format)


def _trace(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    if options.unprotected:
        return trace(store, options.indicator, options.as_of)
    cells = small_groups.hidden_cells(store, options.as_of, options.indicator)
    found = trace(store, options.indicator, options.as_of, hidden={cell for cell in cells if cell[-1] is not None})
    return _marked(found, found["is_hidden"], ("value",), options.format)


def _marked(found: pd.DataFrame, is_hidden: pd.Series, columns: Collection[str], form: str) -> pd.DataFrame:
    """The mark of a hidden figure where one stood, in a table for people; for programs it is null, as the design has it
    of every figure that there is none of."""
    away = is_hidden.fillna(False).astype(bool)
    if form != "table" or not away.any():
        return found
    asked = [name for name in columns if name in found.columns]
    return found.assign(**{name: found[name].astype(object).mask(away, small_groups.MARK) for name in asked})


def _told_of_protection(options: argparse.Namespace, t: Translate) -> None:
    if getattr(options, "unprotected", False):
        print(t("Unprotected: figures of very few people are in this answer. Do not pass it on."), file=sys.stderr)


def _themes(options: argparse.Namespace) -> int:
    from metrics import theme_commands  # scikit-learn, for those who ask

    return theme_commands.run(options)


def _verify(options: argparse.Namespace) -> int:
    """Published numbers need no store. Cases that differ are told in their rows, so 0 unless `--strict` asks."""
    from metrics.verification import CaseFileError, read_cases, verify  # scipy and statsmodels, for those who ask

    try:
        found = verify(read_cases(options.file))
    except CaseFileError as error:
        print(error, file=sys.stderr)
        return ERRORS
    if options.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        columns = ["id", "method", "computed", "expected", "ok", "reason"]
        print(printed(pd.DataFrame(found, columns=columns), options.format))
    failed = [row for row in found if not row["ok"]]
    if options.format == "table":
        print(f"{len(found) - len(failed)} / {len(found)}")
    return ERRORS if failed and options.strict else DONE


def _with_names(store: Store, found: pd.DataFrame) -> pd.DataFrame:
    """Places by their name, as people wrote or would write them."""
    with store.cursor() as cursor:
        names = dict(run(cursor, "select place, name from current_places"))
    return found.assign(place=found["place"].map(lambda place: names.get(place, place), na_action="ignore"))


def _is_known(store: Store, indicator: str) -> bool:
    with store.cursor() as cursor:
        return bool(run(cursor, "select 1 from current_indicators where code = $code", {"code": indicator}))


_QUESTIONS: dict[str, Callable[[Store, argparse.Namespace], pd.DataFrame]] = {
    "progress": _progress,
    "feedback": lambda store, options: feedback_themes(store, options.as_of),
    "overlap": shown,
    "contributions": shown,
    "partnership": shown,
    "completeness": lambda store, options: completeness(store, options.as_of),
    "people": _people,
    "growth": lambda store, options: growth(store, options.as_of),
    "trace": _trace,
}


def _dimensions(text: str) -> list[str]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in DIMENSIONS:
            raise argparse.ArgumentTypeError(f"must be of {', '.join(DIMENSIONS)}, got {word!r}")
    return words


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", help="the DuckDB file (default: DAMPAK_STORE, else var/dampak.duckdb)")
    shared.add_argument("--format", choices=FORMATS, default="table", help="how to print (default: table)")
    shared.add_argument("--lang", choices=LANGUAGES, default="id", help="language of sentences (default: id)")
    shared.add_argument("--as-of", type=date.fromisoformat, default=clock.today(), metavar="DATE",
                        help="as known and due on this day, YYYY-MM-DD (default: today)")  # fmt: skip
    parser = argparse.ArgumentParser(prog="python -m metrics", description="What the numbers in the store mean.")
    questions = parser.add_subparsers(required=True, dest="question", metavar="QUESTION")

    def question(name: str, text: str) -> argparse.ArgumentParser:
        return questions.add_parser(name, parents=[shared], help=text, description=text)

    progressing = question("progress", "progress of every indicator against its target")
    progressing.add_argument("--by", type=_dimensions, default=[], metavar=",".join(DIMENSIONS),
                             help="one or several, joined by commas")  # fmt: skip
    progressing.add_argument("--scheme", choices=schemes(), metavar="NAME",
                             help=f"bands of the status: {', '.join(schemes())} (default: the programme's own, else "
                                  f"{DEFAULT})")  # fmt: skip
    question("feedback", "what the community says, by theme")
    add_choices(question("overlap", "partners that do the same in the same place at the same time"), "overlap")
    add_choices(question("contributions", "pledged and delivered, by partner, programme and kind"), "contributions")
    add_choices(question("partnership", "the partnership survey, by round and factor"), "partnership")
    question("completeness", "reports that came of those that were due")
    reaching = question("people", "people reached: lower bound, estimate, upper bound")
    question("growth", "growth a year against the growth that is needed (Statistics Canada, Open SDG)")
    verifying = question("verify", "work out published numbers with the code that measures a forum")
    verifying.add_argument("file", type=Path, metavar="FILE.json",
                           help="a list of {id, method, inputs, expected, tolerance}")  # fmt: skip
    verifying.add_argument("--strict", action="store_true", help="exit code 1 when a number differs")
    theming = question(
        "themes", "learn labels from coded texts and suggest them for others: text,label,confidence as CSV"
    )
    theming.add_argument(
        "--train", type=Path, required=True, metavar="FILE", help="CSV with the columns text and label"
    )
    theming.add_argument("--predict", type=Path, required=True, metavar="FILE", help="CSV with the column text")
    tracing = question("trace", "every cell that a number comes from")
    tracing.add_argument("indicator", metavar="INDICATOR")
    for each in (progressing, reaching, tracing):
        each.add_argument("--unprotected", action="store_true",
                          help=f"with figures of very few people, which are {small_groups.MARK} otherwise")  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
