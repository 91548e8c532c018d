"""A user's workbook given back with every problem marked in its cell and listed on a first sheet, PERIKSA."""

from __future__ import annotations

import io
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from data.annotated import copied
from data.annotated.marks import Marks, marks_of
from data.annotated.outline import Unpatchable
from data.annotated.patched import patch
from data.corrections import Correction
from data.problems import Problem
from data.reading import Refused, Workbook, read_workbook
from data.reading.archive import Archive
from data.reading.package import workbook_part
from locales import Translate

__all__ = ["annotated"]
_LOG = logging.getLogger(__name__)
_READ_AGAIN = 32_000_000  # bytes


def annotated(
    path: Path,
    file_name: str,
    problems: Sequence[Problem],
    t: Translate,
    *,
    corrections: Sequence[Correction] = (),
    has_values: bool = False,
    workbook: Workbook | None = None,
) -> bytes:
    """The workbook at `path` with its problems marked, as the bytes of an .xlsx (or .xlsm) file.

    Everything that is not marked is as it was, to the byte: charts, pictures, formulas, formats, macros. A file of
    another kind (.csv, .xls, .xlsb, .ods) comes back as an .xlsx with the same values at the same addresses.

    Args:
        corrections: what was accepted on the page; marked and listed, and with `has_values` written into the cells.
        workbook: the file as it was read, so that a file of another kind need not be read again.

    Raises:
        Refused: where the file cannot be read at all.
    """
    marks = marks_of(file_name, problems, corrections, t, has_values=has_values)
    try:
        with Archive(path) as archive:
            part = workbook_part(archive)
            if part is not None and part.endswith(".xml"):
                return _checked(archive, part, marks, t)
    except (Unpatchable, Refused) as error:
        _LOG.info(
            "%r is given back as a copy: %s", file_name, error
        )  # not of this kind, or built in a way that is left alone: then a copy
    return _copied(
        workbook or read_workbook(path, file_name), file_name, problems, corrections, t, has_values=has_values
    )


def _checked(archive: Archive, part: str, marks: Marks, t: Translate) -> bytes:
    """The marked file; read once more, so that nothing damaged is ever handed out."""
    out = io.BytesIO()
    patch(archive, part, marks, t.language, out)
    with tempfile.TemporaryDirectory(prefix="dampak-") as folder:
        made = Path(folder) / "made.xlsx"
        made.write_bytes(out.getbuffer())
        try:
            with Archive(made) as again:
                for member in again.members():
                    name = member.filename.replace("\\", "/")
                    if name.endswith((".xml", ".rels")) and member.file_size < _READ_AGAIN:
                        _well_formed(again.part(name), archive, name)
        except Refused as error:
            raise Unpatchable(str(error.params)) from error
    return out.getvalue()


def _well_formed(xml: bytes, before: Archive, name: str) -> None:
    from data.reading.markup import feed, parser

    if name in before and before.part(name) == xml:
        return
    feed(parser(name), xml, name)


def _copied(
    workbook: Workbook,
    file_name: str,
    problems: Sequence[Problem],
    corrections: Sequence[Correction],
    t: Translate,
    *,
    has_values: bool,
) -> bytes:
    names = copied.renamed(workbook)
    problems = [replace(each, sheet=names.get(each.sheet or "", each.sheet)) for each in problems]
    corrections = [replace(each, sheet=names.get(each.sheet, each.sheet)) for each in corrections]
    marks = marks_of(file_name, problems, corrections, t, has_values=has_values, is_copy=True)
    with tempfile.TemporaryDirectory(prefix="dampak-") as folder, copied.copy(workbook) as content:
        made = Path(folder) / "copy.xlsx"
        _save(content, made)
        with Archive(made) as archive:
            out = io.BytesIO()
            patch(archive, workbook_part(archive) or "xl/workbook.xml", marks, t.language, out)
    return out.getvalue()


def _save(content: BinaryIO, target: Path) -> None:
    with target.open("wb") as file:
        while piece := content.read(1_000_000):
            file.write(piece)
