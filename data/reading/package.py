"""The skeleton of an .xlsx file: which sheets there are, how cells are styled, what else lies in the file."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from data.reading import limits
from data.reading.archive import Archive
from data.reading.markup import tree
from data.reading.number_formats import style_meanings
from data.reading.refusals import Refused
from data.reading.sheets import Note

_TRUE = {"1", "true", "on"}


@dataclass(frozen=True)
class SheetPart:
    """Where a sheet lies in the archive."""

    name: str
    visible: bool
    part: str


@dataclass(frozen=True)
class Package:
    """What the reading of cells needs to know beforehand."""

    kind: str
    sheets: tuple[SheetPart, ...]
    strings_part: str | None
    styles: list[int]
    is_1904: bool
    notes: tuple[Note, ...]


def workbook_part(archive: Archive) -> str | None:
    """The part with the list of sheets, or None where the archive is no workbook of Excel."""
    if "_rels/.rels" in archive:
        for kind, target in _relations(archive, "_rels/.rels", "").values():
            if kind == "officeDocument":
                return target if target in archive else None
    return next((part for part in ("xl/workbook.xml", "xl/workbook.bin") if part in archive), None)


def read_package(archive: Archive, part: str) -> Package:
    """The skeleton of the workbook whose list of sheets is in `part`. Raises Refused where it is damaged."""
    root = tree(archive.part(part), part)
    if root.tag != "workbook":
        raise Refused("not_a_spreadsheet", found=root.tag)
    folder, name = posixpath.split(part)
    relations_part = f"{folder}/_rels/{name}.rels".lstrip("/")
    relations = _relations(archive, relations_part, folder) if relations_part in archive else {}
    by_kind = dict(relations.values())
    sheets, notes = _sheets(root, relations)
    properties = root.find("workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in _TRUE
    notes += _notes_on_parts(archive) + ([Note("dates_1904")] if is_1904 else [])
    styles_part = by_kind.get("styles", "")
    return Package(
        kind="xlsm" if any(name.endswith("vbaproject.bin") for name in archive.names()) else "xlsx",
        sheets=tuple(sheets),
        strings_part=by_kind.get("sharedStrings"),
        styles=style_meanings(tree(archive.part(styles_part), styles_part)) if styles_part in archive else [],
        is_1904=is_1904,
        notes=tuple(notes),
    )


def _relations(archive: Archive, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Relation id → (last word of its type, target part); what lies outside the file is left out."""
    found: dict[str, tuple[str, str]] = {}
    for each in tree(archive.part(part), part).iter("Relationship"):
        if each.get("TargetMode") == "External":
            continue
        target = each.get("Target", "").replace("\\", "/")
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target)
    return found


def _sheets(root, relations: dict[str, tuple[str, str]]) -> tuple[list[SheetPart], list[Note]]:  # type: ignore[no-untyped-def]
    listed = root.findall("sheets/sheet")
    if len(listed) > limits.SHEETS:
        raise Refused("too_many_sheets", found=len(listed), limit=limits.SHEETS)
    sheets: list[SheetPart] = []
    notes: list[Note] = []
    for each in listed:
        name = each.get("name", "")
        kind, target = relations.get(each.get("id", ""), ("", ""))
        if kind and kind != "worksheet":
            notes.append(Note("sheet_skipped", {"sheet": name, "type": kind}))
            continue
        if not target:
            raise Refused("damaged_part", part=name)
        visible = each.get("state", "visible") == "visible"
        sheets.append(SheetPart(name, visible, target))
        if not visible:
            notes.append(Note("hidden_sheet", {"sheet": name}))
    return sheets, notes


def _notes_on_parts(archive: Archive) -> list[Note]:
    names = archive.names()
    signs = {
        "macro_ignored": ("vbaproject.bin", "xl/macrosheets/", "xl/activex/"),
        "external_links": ("xl/externallinks/",),
        "connections": ("xl/connections.xml", "xl/querytables/"),
        "embedded_files": ("xl/embeddings/",),
    }
    return [Note(code) for code, parts in signs.items() if any(sign in name for name in names for sign in parts)]
