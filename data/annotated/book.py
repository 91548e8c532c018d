"""The list of sheets: ours put in front, and everything that counts sheets by their place moved on by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.annotated.cells import attribute
from data.annotated.outline import (
    Edit,
    Node,
    Unpatchable,
    inserted,
    outline,
    qualified,
    spliced,
    spoken,
    with_attribute,
)
from data.annotated.parts import TOP_RELATIONS, Parts, Relations, declare, withdraw

_MAIN = re.compile(
    rb'xmlns(?::[\w.-]+)?\s*=\s*["\'](http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org)/[^"\']*/main)["\']'
)
_FAMILIES = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")
_MOST_SHEETS = 1000
_SELECTED = re.compile(rb'(<(?:[\w.-]+:)?sheetView\b[^>]*?)\stabSelected\s*=\s*["\'](?:1|true|on)["\']')


@dataclass(frozen=True)
class SheetEntry:
    """One sheet in the order of the tabs."""

    name: str
    part: str
    is_worksheet: bool


class Book:
    """The workbook part of a package, its sheets and its relations."""

    def __init__(self, parts: Parts, part: str) -> None:
        self.parts, self.part = parts, part
        xml = parts.xml(part)
        main = _MAIN.search(xml[:8000])
        if main is None:
            raise Unpatchable("namespace")
        self.namespace = main[1].decode()
        self.family = _FAMILIES["purl.oclc.org" in self.namespace]
        self.relations = Relations(parts, part, self.family)
        self._change(xml)
        if len(self.sheets()) > _MOST_SHEETS:
            raise Unpatchable("too many sheets")

    def _change(self, xml: bytes) -> None:
        self._xml, self._root = xml, outline(xml)
        self.parts.put(self.part, xml)

    def _listed(self) -> list[Node]:
        sheets = self._root.child("sheets")
        return list(sheets.every("sheet")) if sheets else []

    def sheets(self) -> list[SheetEntry]:
        """The sheets in the order of the tabs; one whose part is missing has an empty part."""
        kinds = {
            each.attributes.get("Id", ""): each.attributes.get("Type", "").rpartition("/")[2]
            for each in self.relations.entries()
        }
        targets = self.relations.targets()
        return [
            SheetEntry(
                node.attributes.get("name", ""),
                targets.get(node.attributes.get("id", ""), ""),
                kinds.get(node.attributes.get("id", "")) == "worksheet",
            )
            for node in self._listed()
        ]

    def styles_part(self) -> str:
        """The style sheet; a workbook that has none gets an empty one."""
        for part in self.relations.of_kind("styles").values():
            if part in self.parts:
                return part
        part = "xl/styles.xml" if "xl/styles.xml" not in self.parts else self.parts.free_name("xl/styles{n}.xml")
        self.parts.put(part, f'<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="{self.namespace}"/>'.encode())
        declare(self.parts, part, _STYLES_TYPE)
        self.relations.add("styles", part)
        return part

    def put_first(self, name: str) -> str:
        """Add a sheet in front of all others. Returns its part, which the caller fills."""
        part = self.parts.free_name("xl/worksheets/sheet{n}.xml")
        declare(self.parts, part, _SHEET_TYPE)
        link = self.relations.add("worksheet", part)
        listed, sheets = self._listed(), self._root.child("sheets")
        if not listed or sheets is None:
            raise Unpatchable("no sheets")
        tag = self._xml[listed[0].start : listed[0].opened]
        prefix = re.search(rb"\s([\w.-]+):id\s*=", tag)
        if prefix is None:
            raise Unpatchable("sheet without relation")
        number = max(int(each.attributes.get("sheetId", "0") or 0) for each in listed) + 1
        space = prefix[1].decode()
        is_declared = f"xmlns:{space}=".encode() in self._xml[self._root.start : self._root.opened]
        declared = "" if is_declared else f' xmlns:{space}="{self.family}"'
        tag = qualified(sheets.prefix, "sheet")
        entry = f'<{tag} name={attribute(name)} sheetId="{number}"{declared} {space}:id="{link}"/>'
        edits = [inserted(self._xml, sheets, entry.encode(), first=True), *self._moved_names()]
        first_title = listed[0].attributes.get("name", "")
        self._change(spliced(self._xml, edits))
        _add_title(self.parts, name, first_title)
        return part

    def _moved_names(self) -> list[Edit]:
        """Names that belong to one sheet say which by its place."""
        names = self._root.child("definedNames")
        return [
            (
                node.start,
                node.opened,
                with_attribute(self._xml[node.start : node.opened], "localSheetId", str(int(at) + 1)),
            )
            for node in (names.every("definedName") if names else ())
            if (at := node.attributes.get("localSheetId", "")).isdigit()
        ]

    def open_on(self, position: int) -> None:
        """Open the file on this tab, and on no other: two selected tabs are edited together."""
        views = self._root.child("bookViews")
        edits = []
        for view in views.every("workbookView") if views else ():
            tag = with_attribute(self._xml[view.start : view.opened], "activeTab", str(position))
            edits.append((view.start, view.opened, with_attribute(tag, "firstSheet", None)))
        self._change(spliced(self._xml, edits))

    def calculate_anew(self) -> None:
        """Have every formula calculated when the file is opened: some lean on cells that were changed."""
        node = self._root.child("calcPr")
        if node is not None:
            tag = with_attribute(self._xml[node.start : node.opened], "fullCalcOnLoad", "1")
            return self._change(spliced(self._xml, [(node.start, node.opened, tag)]))
        last = [each for each in self._root.children if each.name in _BEFORE_CALCULATION][-1]
        entry = f'<{qualified(self._root.prefix, "calcPr")} fullCalcOnLoad="1"/>'.encode()
        return self._change(spliced(self._xml, [(last.end, last.end, entry)]))

    def drop_calculation_chain(self) -> None:
        """The order of calculation names cells with formulas; Excel makes it anew, and complains of a wrong one."""
        for part in self.relations.of_kind("calcChain").values():
            if part in self.parts:
                withdraw(self.parts, part)
        self.relations.remove("calcChain")


def deselect(parts: Parts, part: str) -> None:
    """Take the selection from a sheet; nothing else of it changes."""
    head = parts.head(part)
    if b"tabSelected" not in head and b"\0" not in head[:8]:
        return
    xml = parts.xml(part)
    end = xml.find(b"sheetData")
    end = end if end >= 0 else len(xml)
    if _SELECTED.search(xml, 0, end):
        parts.put(part, _SELECTED.sub(rb"\1", xml[:end]) + xml[end:])


def _add_title(parts: Parts, name: str, before: str) -> None:
    """docProps/app.xml lists the titles of the sheets; where it does so as Excel does, ours comes first."""
    for part in (
        Relations(parts, "", _FAMILIES[False]).of_kind("extended-properties").values() if TOP_RELATIONS in parts else ()
    ):
        if part not in parts:
            continue
        xml = parts.xml(part)
        root = outline(xml)
        pairs, titles = (
            node.child("vector") if (node := root.child(kind)) else None for kind in ("HeadingPairs", "TitlesOfParts")
        )
        if pairs is None or titles is None or not titles.children or len(pairs.children) < 2:
            continue
        first = titles.children[0]
        count = pairs.children[1].child("i4")
        if count is None or xml[first.opened : first.closed].decode("utf-8", "replace") != spoken(before):
            continue
        size = str(len(titles.children) + 1)
        number = int(xml[count.opened : count.closed].strip() or b"0") + 1
        entry = f"<{qualified(first.prefix, 'lpstr')}>{spoken(name)}</{qualified(first.prefix, 'lpstr')}>"
        parts.put(
            part,
            spliced(
                xml,
                [
                    (count.opened, count.closed, str(number).encode()),
                    (titles.start, titles.opened, with_attribute(xml[titles.start : titles.opened], "size", size)),
                    inserted(xml, titles, entry.encode(), first=True),
                ],
            ),
        )
