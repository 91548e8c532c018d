"""What the child does with one file: find out what it is, read it, write its tables into a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

from data.reading import limits
from data.reading.archive import Archive
from data.reading.chat import is_chat, read_chat
from data.reading.content_kind import chat_in, kind_of, kind_of_archive
from data.reading.delimited import decoded, read_delimited
from data.reading.markup import CellText
from data.reading.ods_errors import errors_in
from data.reading.other_workbooks import read_other
from data.reading.package import read_package
from data.reading.refusals import Refused
from data.reading.shared_strings import shared_strings
from data.reading.sheet_part import SheetContent, read_sheet
from data.reading.sheets import Note, column_letters
from data.reading.values import Meaning
from data.reading.xls_errors import errors_in_xls
from data.reading.xlsb_errors import errors_in_xlsb

Read = tuple[str, list[tuple[str, bool, SheetContent]], list[Note]]


def read_contents(path: Path, name: str, folder: Path) -> dict[str, object]:
    """Everything about the file as plain values; sheet i lies in `folder/i.arrow`. Raises Refused."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("empty_file")
    if size > limits.FILE_BYTES:
        megabytes = round(size / limits.MEGABYTE)
        raise Refused("too_large", megabytes=megabytes, limit=limits.FILE_BYTES // limits.MEGABYTE)
    kind, sheets, notes = _read(path, name, folder)
    if not any(content.pieces.n_rows for _, _, content in sheets):
        raise Refused("no_data")
    for at, (_, _, content) in enumerate(sheets):
        content.pieces.write(folder / f"{at}.arrow")
        notes += _notes(content)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "kind": kind,
        "sha256": digest,
        "sheets": [_about(*each) for each in sheets],
        "notes": [[note.code, dict(note.params)] for note in notes],
    }


def _read(path: Path, name: str, folder: Path) -> Read:
    with path.open("rb") as file:
        start = file.read(4096)
    kind = kind_of(start, name)
    if kind == "csv":
        return _read_text(path.read_bytes())
    if kind == "compound" and "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise Refused("password")
    if kind == "compound":
        return "xls", *read_other(path, "xls", folder, errors_in_xls(path.read_bytes()))
    with Archive(path) as archive:
        if chat := chat_in(archive):
            return _read_text(archive.part(chat))
        kind, part = kind_of_archive(archive)
        if kind == "xlsx":
            return _read_xlsx(archive, part)
        vetted = _vetted(path, archive)
        errors = errors_in(archive) if kind == "ods" else errors_in_xlsb(archive) if kind == "xlsb" else {}
        return kind, *read_other(vetted, kind, folder, errors)


def _read_text(raw: bytes) -> Read:
    text, notes = decoded(raw)
    kind, read = ("chat", read_chat) if is_chat(text) else ("csv", read_delimited)
    content, more = read(text)
    return kind, [(content.pieces.sheet, True, content)], notes + more


def _vetted(path: Path, archive: Archive) -> Path:
    """calamine unpacks by itself: every XML part is unpacked here first, to hold its true size and content."""
    for name in archive.names():
        if name.endswith((".xml", ".bin", ".rels")):
            for piece in archive.pieces(name, limits.REWRITTEN_BYTES):
                if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                    raise Refused("xml_entities", part=name)
    if "meta-inf/manifest.xml" in archive and b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise Refused("password")
    return path


def _read_xlsx(archive: Archive, part: str) -> Read:
    package = read_package(archive, part)
    notes = list(package.notes)
    text = CellText()
    meaning = Meaning(shared_strings(archive, package.strings_part, text), package.styles, package.is_1904, text)
    sheets = [(sheet.name, sheet.visible, read_sheet(archive, sheet, meaning)) for sheet in package.sheets]
    if text.removed:
        notes.append(Note("control_characters", {"count": text.removed}))
    return package.kind, sheets, notes


def _notes(content: SheetContent) -> list[Note]:
    sheet = content.pieces.sheet
    notes: list[Note] = []
    if content.hidden_rows:
        notes.append(Note("hidden_rows", {"sheet": sheet, "count": len(content.hidden_rows)}))
    if content.hidden_columns:
        letters = ", ".join(column_letters(each) for each in sorted(content.hidden_columns)[:20])
        notes.append(Note("hidden_columns", {"sheet": sheet, "columns": letters}))
    if content.is_repaired:
        notes.append(Note("sheet_repaired", {"sheet": sheet}))
    return notes


def _about(name: str, visible: bool, content: SheetContent) -> dict[str, object]:
    return {
        "name": name,
        "visible": visible,
        "percent_columns": content.pieces.percent_columns(),
        "hidden_rows": sorted(content.hidden_rows),
        "hidden_columns": sorted(content.hidden_columns),
        "merged": list(content.merged),
    }
