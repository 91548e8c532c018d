"""The command line of the data: template, load, uploads, undo, sample, backup, restore, mask, erase, recompute."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from data import backup, privacy_commands
from data.intake import Outcome, load
from data.ledger import UnknownUpload, undo, uploads
from data.mapping import MappingError, read_mapping
from data.printing import FORMATS, printed, records
from data.reasons import REASONS, Reason
from data.recompute import recompute
from data.sample import is_empty, load_sample
from data.store import Store, StoreBusy, StoreUnusable, open_store, store_path
from data.template import write_template
from data.undoing import Undoing, undoing
from definitions import clock
from definitions.exit_codes import DONE, ERRORS, USAGE
from definitions.vocabulary import vocabulary
from locales import LANGUAGES, Translate, translator


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when done, 1 when the input has errors, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    t = translator(options.lang)
    try:
        return int(options.command(options, t))
    except StoreBusy as error:
        return _fail(t("Another program has the store {path} open. Close it and try again.", path=error.args[0]))
    except StoreUnusable as error:
        return _fail(t("The data file {path} cannot be used: {reason}", path=error.args[0], reason=error.args[1]))
    except UnknownUpload as error:
        return _fail(t("There is no upload {upload}.", upload=error.args[0]))
    except MappingError as error:
        return _fail(t("The mapping cannot be used: {reason}", reason=error.args[0]))
    except backup.BackupError as error:
        return _fail(t(error.args[0], **error.params))
    except OSError as error:
        reason = error.strerror or ""
        return _fail(t("The file {path} cannot be written: {reason}", path=error.filename or "", reason=reason))


def _fail(sentence: str, exit_code: int = ERRORS) -> int:
    print(sentence, file=sys.stderr)
    return exit_code


def _template(options: argparse.Namespace, t: Translate) -> int:
    write_template(options.file, options.lang)
    print(t("Template written to {path}.", path=options.file))
    return DONE


def _load(options: argparse.Namespace, t: Translate) -> int:
    missing = [path for path in options.files if not path.is_file()]
    for path in missing:
        _fail(t("The file {path} does not exist.", path=path))
    if missing:
        return ERRORS
    mappings = read_mapping(options.mapping) if options.mapping else []
    if options.reason_text and not options.reason:
        return _fail(t("Give --reason with --reason-text: one of {words}.", words=", ".join(REASONS)), USAGE)
    reason = Reason(options.reason, options.reason_text) if options.reason else None
    outcomes = load(_store(options), options.files, mappings=mappings, dry_run=options.dry_run, reason=reason)
    if options.format == "json":
        print(json.dumps([_report(outcome, t) for outcome in outcomes], ensure_ascii=False, indent=1))
    else:
        print(printed(_problems(outcomes, t), options.format))
    if options.format == "table":
        for outcome in outcomes:
            _summary(outcome, t, options.dry_run, stopped=any(other.stops for other in outcomes))
            _say_changed(outcome, options.reason, t)
    return ERRORS if any(outcome.stops for outcome in outcomes) else DONE


def _say_changed(outcome: Outcome, reason: str | None, t: Translate) -> None:
    """Every target and baseline that changes, old and new; and how to say why."""
    for indicator, field, period, partner, place, group, old, new in outcome.changed_targets:
        where = ", ".join(str(part) for part in (field, period, partner, place, group) if part)
        print(t("{file}: {indicator} ({where}) changes from {old} to {new}.", file=outcome.file_name,
                indicator=indicator, where=where, old=old, new=new))  # fmt: skip
    if outcome.changed_targets and not reason:
        print(t("No reason is kept for that. With --reason WORD (and --reason-text TEXT) it is; the words are {words}.",
                words=", ".join(REASONS)))  # fmt: skip


_PROBLEM = ("file", "severity", "code", "sheet", "cell", "message", "repair")


def _problems(outcomes: Sequence[Outcome], t: Translate) -> pd.DataFrame:
    """One row per problem: what a script or a person needs to find the cell and mend it."""
    rows = [
        (outcome.file_name, problem.severity, problem.code, problem.sheet, problem.cell, problem.sentence(t),
         problem.proposal or None)
        for outcome in outcomes
        for problem in outcome.problems
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(_PROBLEM))


def _report(outcome: Outcome, t: Translate) -> dict[str, object]:
    """A file's outcome as a script reads it."""
    return {
        "file": outcome.file_name,
        "upload_id": outcome.upload_id,
        "already_stored_as": outcome.already_stored_as,
        "rows": dict(outcome.rows),
        "changed_targets": [dict(zip(_CHANGED, row, strict=True)) for row in outcome.changed_targets],
        "consequences": {key: dict(counts) for key, counts in outcome.consequences.items()},
        "problems": list(records(_problems([outcome], t).drop(columns="file"))),
    }


_CHANGED = ("indicator", "field", "period", "partner", "place", "group", "old_value", "new_value")


def _summary(outcome: Outcome, t: Translate, dry_run: bool, stopped: bool) -> None:
    rows = sum(outcome.rows.values())
    if outcome.upload_id is not None:
        print(t("{file}: stored as upload {upload}, {rows} rows.",
                file=outcome.file_name, upload=outcome.upload_id, rows=rows))  # fmt: skip
    elif outcome.stops:
        count = len(outcome.stops)
        print(t.plural("{file}: {n} problem must be corrected; nothing was stored.",
                       "{file}: {n} problems must be corrected; nothing was stored.",
                       count, file=outcome.file_name))  # fmt: skip
    elif dry_run:
        print(t("{file}: {rows} rows are ready to be stored.", file=outcome.file_name, rows=rows))
    elif stopped and outcome.already_stored_as is None:
        print(t("{file}: {rows} rows are ready; nothing was stored because another file has problems.",
                file=outcome.file_name, rows=rows))  # fmt: skip


def _uploads(options: argparse.Namespace, _t: Translate) -> int:
    rows = [
        {"upload_id": upload.upload_id, "file": upload.file_name,
         "stored_at": clock.local(upload.stored_at).isoformat(timespec="seconds"), "rows": upload.rows_stored,
         "sample": upload.is_sample, "live": upload.is_live, "sha256": upload.sha256}
        for upload in uploads(_store(options))
    ]  # fmt: skip
    columns = ["upload_id", "file", "stored_at", "rows", "sample", "live", "sha256"]
    print(printed(pd.DataFrame(rows, columns=columns), options.format))
    return DONE


def _undo(options: argparse.Namespace, t: Translate) -> int:
    store = _store(options)
    _say_undoing(undoing(store, options.upload), t)
    if options.dry_run:
        return DONE
    undo(store, options.upload, reason=options.reason)
    print(t("Upload {upload} is undone. What it replaced counts again.", upload=options.upload))
    return DONE


def _say_undoing(found: Undoing, t: Translate) -> None:
    """What an undo changes; that figures lose their definition goes to the errors, where it is not overlooked."""
    for key, (counted, backed) in found.counted.items():
        name = vocabulary().sheet_by_key[key].label(t.language)
        print(t("{sheet}: {counted} count now; {backed} of them go back to an earlier upload, {gone} are no longer "
                "shown.", sheet=name, counted=counted, backed=backed, gone=counted - backed))  # fmt: skip
    for indicator, figures, uploads_of in found.left:
        said = t("Indicator '{indicator}' will have no definition: {figures} figures of upload {uploads} are not shown "
                 "until it has one again.", indicator=indicator, figures=figures, uploads=uploads_of)  # fmt: skip
        print(said, file=sys.stderr)


def _sample(options: argparse.Namespace, t: Translate) -> int:
    store = _store(options)
    if not is_empty(store):
        print(t("The store already holds data; the sample was not loaded."))
        return DONE
    outcome = load_sample(store)
    _summary(outcome, t, dry_run=False, stopped=bool(outcome.stops))
    return ERRORS if outcome.stops else DONE


def _recompute(options: argparse.Namespace, t: Translate) -> int:
    found = recompute(_store(options))
    if len(found) or options.format != "table":
        print(printed(found, options.format))
    if options.format == "table":
        told = t.plural("{n} row of the roll-up differs from the ledger.",
                        "{n} rows of the roll-up differ from the ledger.", len(found))  # fmt: skip
        print(told if len(found) else t("Every roll-up is what the ledger gives."))
    return ERRORS if len(found) else DONE


def _backup(options: argparse.Namespace, t: Translate) -> int:
    written = backup.write(store_path(options.store), options.folder)
    print(t("Backup written to {path}.", path=written))
    return DONE


def _restore(options: argparse.Namespace, t: Translate) -> int:
    backup.restore(options.folder, store_path(options.store))
    print(t("The store {path} was restored.", path=store_path(options.store)))
    return DONE


def _store(options: argparse.Namespace) -> Store:
    return open_store(options.store)


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", help="the DuckDB file (default: DAMPAK_STORE, else var/dampak.duckdb)")
    shared.add_argument("--format", choices=FORMATS, default="table", help="how to print (default: table)")
    shared.add_argument("--lang", choices=LANGUAGES, default="id", help="language of sentences (default: id)")
    parser = argparse.ArgumentParser(prog="python -m data", description="Spreadsheets into the store, and out of it.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, action: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[shared], help=text, description=text)
        added.set_defaults(command=action)
        return added

    command("template", _template, "write the empty workbook").add_argument("file", type=Path, metavar="FILE.xlsx")
    loading = command("load", _load, "check files and store them, all or none")
    loading.add_argument("files", type=Path, nargs="+", metavar="FILE")
    loading.add_argument("--dry-run", action="store_true", help="check only, store nothing")
    loading.add_argument("--reason", choices=tuple(REASONS), metavar="WORD",
                         help=f"why stored figures change: {', '.join(REASONS)}")  # fmt: skip
    loading.add_argument("--reason-text", metavar="TEXT", help="the same in your own words, kept with it")
    loading.add_argument("--mapping", type=Path, help="a TOML file that says which sheet and column is which")
    command("uploads", _uploads, "list what was stored")
    taking_back = command("undo", _undo, "make an upload not count any more")
    taking_back.add_argument("upload", type=int, metavar="ID")
    taking_back.add_argument("--reason", help="kept with the upload")
    taking_back.add_argument("--dry-run", action="store_true", help="say what would change, undo nothing")
    command("recompute", _recompute, "roll up the ledger anew and tell what differs from the store; changes nothing")
    command("sample", _sample, "load the sample data into an empty store")
    privacy_commands.add(command)
    backing_up = command("backup", _backup, "write a copy of the store")
    restoring = command("restore", _restore, "put a backup in the place of the store")
    for copying in (backing_up, restoring):
        copying.add_argument("folder", type=Path, metavar="DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
