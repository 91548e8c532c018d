"""The command line of the reports: `python -m reports brief|report|pptx|xlsx|html|csv|iati|texts OUT`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data.periods import period as period_of
from definitions import clock
from definitions.exit_codes import DONE, ERRORS, USAGE
from definitions.schemes import DEFAULT, schemes
from locales import LANGUAGES, Translate, mark, translator
from metrics.engine import looked_at
from metrics.reporting import StoreBusy, StoreMissing, StoreUnusable
from reports import text_file
from reports.asked import Asked
from reports.content import Content, content_of
from reports.edited import with_written
from reports.forms import FORMS

_UNKNOWN = {
    "programme": mark("There is no programme {code} in the store."),
    "partner": mark("There is no partner {code} in the store."),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one report. Returns 0 when written, 1 when the store cannot give it, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    t = translator(options.lang)
    if wrong := _wrong_usage(options, t):
        return _fail(wrong, USAGE)
    try:
        texts = text_file.read(options.texts, t) if options.texts else None
        with looked_at(options.store) as (store, is_copy):
            if is_copy:
                print(t("Another program has the store open; the report is made from a copy of it as it is now."),
                      file=sys.stderr)  # fmt: skip
            content = content_of(store, _asked(options), texts.edited() if texts else None)
            content = content if texts else with_written(content)
            if unknown := _unknown(content):
                return _fail(t(_UNKNOWN[unknown[0]], code=unknown[1]))
            if texts and (keys := texts.outdated(content)):
                print(t("Edited texts whose figures have changed since, or that this report does not have: {keys}.",
                        keys=", ".join(keys)), file=sys.stderr)  # fmt: skip
            FORMS[options.form].write(content, options.out)
    except StoreMissing as error:
        return _fail(t("There is no store at {path}.", path=error.args[0]))
    except text_file.TextsError as error:
        return _fail(str(error))
    except StoreBusy as error:
        return _fail(t("Another program has the store {path} open and is writing into it, or lets nobody read it. Make "
                       "the report on the page Reports of the dashboard, or close that program and try again.",
                       path=error.args[0]))  # fmt: skip
    except StoreUnusable as error:
        return _fail(t("The data file {path} cannot be used: {reason}", path=error.args[0], reason=error.args[1]))
    except OSError as error:
        reason = error.strerror or ""
        return _fail(t("The file {path} cannot be written: {reason}", path=error.filename or "", reason=reason))
    print(_written(options, t))
    return DONE


def _fail(sentence: str, code: int = ERRORS) -> int:
    print(sentence, file=sys.stderr)
    return code


def _wrong_usage(options: argparse.Namespace, t: Translate) -> str:
    """What is asked for and cannot be meant, as a sentence; "" where all is well."""
    for name in ("programme", "partner", "funder"):
        given = getattr(options, name)
        if given is not None and not given.strip():
            return t("{option} is empty. Name a code, or leave {option} out for the whole forum.", option=f"--{name}")
    form, suffix = FORMS[options.form], options.out.suffix.lower().removeprefix(".")
    others = {each.suffix for each in FORMS.values()} | {"xlsm", "xls", "ppt", "doc", "docx", "ods", "odp", "odt"}
    if suffix in others - {form.suffix}:
        return t("{path} looks like another kind of file: this report is of the kind .{suffix}. Choose a name that "
                 "ends so.", path=options.out, suffix=form.suffix)  # fmt: skip
    return ""


def _written(options: argparse.Namespace, t: Translate) -> str:
    return t("Report written to {path}.", path=options.out)


def _asked(options: argparse.Namespace) -> Asked:
    as_of = options.period.end if options.period else options.as_of
    return Asked(as_of, options.lang, options.programme, options.partner, options.funder, options.scheme)


def _unknown(content: Content) -> tuple[str, str] | None:
    """(kind, code) of the first code that nobody has."""
    asked = content.asked
    codes = (("programme", asked.programme), ("partner", asked.partner), ("partner", asked.funder))
    return next(((kind, code) for kind, code in codes if code and code not in content.known[kind]), None)


def _period(text: str):  # type: ignore[no-untyped-def]
    found = period_of(text)
    if not found:
        raise argparse.ArgumentTypeError(f"must be a year, half, quarter or month such as 2026-Q3, got {text!r}")
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reports", description="The same figures as on the screens, to "
                                                                           "keep and to pass on.")  # fmt: skip
    parser.add_argument("form", choices=FORMS, metavar="|".join(FORMS), help="what to make")
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write")
    parser.add_argument("--programme", metavar="P", help="only this programme (its code)")
    parser.add_argument("--partner", metavar="P", help="only the part of this partner (its code)")
    parser.add_argument("--funder", metavar="F", help="only the programmes that this partner contributes to")
    parser.add_argument("--lang", choices=LANGUAGES, default="id", help="language (default: id)")
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--as-of", type=date.fromisoformat, default=clock.today(), metavar="DATE",
                      help="as known and due on this day, YYYY-MM-DD (default: today)")  # fmt: skip
    when.add_argument("--period", type=_period, metavar="PERIOD", help="as of the last day of 2026, 2026-Q3 …")
    parser.add_argument("--scheme", choices=schemes(), metavar="NAME",
                        help=f"bands of the status: {', '.join(schemes())} (default: the programme's own, else "
                             f"{DEFAULT})")  # fmt: skip
    parser.add_argument(
        "--texts",
        type=Path,
        metavar="FILE",
        help="texts to put in place of the draft: a file that `texts` wrote, edited",
    )
    parser.add_argument("--store", help="the DuckDB file (default: DAMPAK_STORE, else var/dampak.duckdb)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
