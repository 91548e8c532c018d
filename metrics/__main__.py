"""The command line of the measures: progress, feedback, completeness, trace and the rest."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd

from data.printing import FORMATS, printed
from data.store import Store, StoreBusy, run
from locales import LANGUAGES, translator
from metrics.completeness import completeness
from metrics.engine import ask, open_measured
from metrics.feedback import themes
from metrics.lineage import trace
from metrics.progress import COLUMNS, DIMENSIONS, progress

DONE, ERRORS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one question. Returns 0 when answered, 1 when the store cannot answer it, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    t = translator(options.lang)
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
    print(printed(answer, options.format))
    return DONE


def _progress(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    return _with_names(store, progress(store, options.as_of, options.by)[list(COLUMNS)])


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
    "feedback": lambda store, options: themes(store, options.as_of),
    "overlap": lambda store, options: ask(store, "overlap", as_of=options.as_of),
    "contributions": lambda store, options: ask(store, "contributions", programme=None),
    "partnership": lambda store, options: ask(store, "partnership"),
    "completeness": lambda store, options: completeness(store, options.as_of),
    "trace": lambda store, options: trace(store, options.indicator, options.as_of),
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
    shared.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="DATE",
                        help="as known and due on this day, YYYY-MM-DD (default: today)")  # fmt: skip
    parser = argparse.ArgumentParser(prog="python -m metrics", description="What the numbers in the store mean.")
    questions = parser.add_subparsers(required=True, dest="question", metavar="QUESTION")

    def question(name: str, text: str) -> argparse.ArgumentParser:
        return questions.add_parser(name, parents=[shared], help=text, description=text)

    question("progress", "progress of every indicator against its target").add_argument(
        "--by", type=_dimensions, default=[], metavar=",".join(DIMENSIONS), help="one or several, joined by commas"
    )
    question("feedback", "what the community says, by theme")
    question("overlap", "partners that do the same in the same place at the same time")
    question("contributions", "pledged and delivered, by partner, programme and kind")
    question("partnership", "the partnership survey, by round and factor")
    question("completeness", "reports that came of those that were due")
    question("trace", "every cell that a number comes from").add_argument("indicator", metavar="INDICATOR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
