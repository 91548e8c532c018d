"""The commands that protect people: mask what stands in lines of text, erase entries on request."""

import argparse
import codecs
import sys
from collections.abc import Callable

from data.erasure import Entry, NothingToErase, entries_saying, erase, rewrite
from data.masking import mask
from data.store import open_store
from definitions.exit_codes import DONE, ERRORS, USAGE
from locales import Translate

_LOOKED_AT = 4096  # bytes by which the encoding is told


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the parser by its own `command(name, action, text)`."""
    command("mask", _mask, "mask personal data in lines from standard input")
    erasing = command("erase", _erase, "erase feedback entries of a person, for good")
    erasing.add_argument("--upload", type=int, metavar="ID", help="the upload they came with")
    erasing.add_argument("--sheet", help="the sheet they stand in")
    erasing.add_argument("--row", type=int, action="append", metavar="N", help="the row; may be given several times")
    erasing.add_argument("--saying", metavar="WORDS", help="list the entries whose text holds these words")
    erasing.add_argument("--all-found", action="store_true", help="with --saying: erase every entry that is listed")
    erasing.add_argument("--reason", help="kept in the record; personal data in it are masked")


def _mask(_options: argparse.Namespace, t: Translate) -> int:
    """Every line masked, in order, each as soon as it is read; line ends and undecodable bytes stay as they are.

    UTF-16, which spreadsheets write as "Unicode text", is read whole and written as UTF-16 again.
    """
    source, out = sys.stdin.buffer, sys.stdout.buffer
    start = source.peek(_LOOKED_AT) if hasattr(source, "peek") else b""
    if (encoding := wide_encoding(start)) is not None:
        try:
            text = source.read().decode(encoding)
        except UnicodeDecodeError:
            print(t("The text cannot be read: it begins as UTF-16 and goes on otherwise. Save it as UTF-8."),
                  file=sys.stderr)  # fmt: skip
            return ERRORS
        out.write("".join(_masked_line(line) for line in text.splitlines(keepends=True)).encode(encoding))
        return DONE
    for line in source:
        out.write(_masked_line(line.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape"))
        out.flush()
    return DONE


def _masked_line(line: str) -> str:
    body = line.rstrip("\r\n")
    return mask(body) + line[len(body) :]


def wide_encoding(start: bytes) -> str | None:
    """UTF-16 or UTF-32 by the mark that a text begins with, or by a nought beside every letter; else None."""
    for sign, encoding in ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
                           (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):  # fmt: skip
        if start.startswith(sign):
            return encoding
    sample = start[: len(start) // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) >= 4 and max(even, odd) > 0.3 * len(sample) / 2:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _erase(options: argparse.Namespace, t: Translate) -> int:
    store = open_store(options.store)
    if options.saying:
        found = entries_saying(store, options.saying)
        if not options.all_found:
            for said in found:
                at = said.entry
                print(f"--upload {at.upload_id} --sheet '{at.sheet}' --row {at.row_number}  {said.day}  {said.excerpt}")
            return DONE if found else _nothing(t)
        entries = [said.entry for said in found]
    elif options.upload and options.sheet and options.row:
        entries = [Entry(options.upload, options.sheet, row) for row in options.row]
    else:
        print(t("Say which entries: --upload, --sheet and --row, or --saying."), file=sys.stderr)
        return USAGE
    if not entries:
        return _nothing(t)
    try:
        gone = erase(store, entries, reason=options.reason)
    except NothingToErase:
        return _nothing(t)
    rewrite(store)
    print(t.plural("{n} entry is erased for good.", "{n} entries are erased for good.", len(gone)))
    print(t("Backups made before still hold them: delete those too, and the original file of the sender."))
    return DONE


def _nothing(t: Translate) -> int:
    print(t("No feedback entry was found there."), file=sys.stderr)
    return ERRORS
