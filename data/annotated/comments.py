"""Notes on cells, in the form every spreadsheet program shows: a part with texts, and a drawing with their boxes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.annotated.cells import SheetXml
from data.annotated.outline import Node, Unpatchable, inserted, outline, qualified, spliced, spoken
from data.annotated.parts import Parts, Relations, declare
from data.reading import position

AUTHOR = "Dampak"
_JOINT = "— Dampak —"  # between somebody's own note and ours on the same cell
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
}
_SHAPE = re.compile(rb"<([\w.-]+):shape[\s>].*?</\1:shape\s*>", re.S)
_ROW, _COLUMN = (re.compile(rb"<[\w.-]+:" + name + rb">\s*(\d+)\s*</", re.S) for name in (b"Row", b"Column"))
_BLOCKS = re.compile(rb'(<[\w.-]+:idmap\b[^>]*?\bdata=["\'])([\d,\s]*)', re.S)
_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_VML_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>\n{kind}</xml>'
)
_KIND = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
_BOX = (
    '<v:shape{spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:1.5pt;width:260pt;height:90pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 31, {bottom}, 1</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>\n"
)


class Notes:
    """The notes of one sheet. What others wrote stays; what an earlier annotated version wrote is taken out first."""

    def __init__(self, parts: Parts, sheet_part: str, namespace: str, family: str) -> None:
        self._parts, self._sheet_part, self._namespace = parts, sheet_part, namespace
        self._relations = Relations(parts, sheet_part, family)
        self._part = next(iter(self._relations.of_kind("comments").values()), None)
        self._part = self._part if self._part and self._part in parts else None

    def without_ours(self) -> None:
        """Take out our notes, and our part of the notes of others."""
        if self._part is None:
            return
        xml = self._parts.xml(self._part)
        root = outline(xml)
        ours = {str(at) for at, node in enumerate(_authors(root)) if _text(xml, node) == AUTHOR}
        edits, gone = [], []
        for note in _every_note(root):
            if note.attributes.get("authorId") in ours:
                edits.append((note.start, note.end, b""))
                gone.append(note.attributes.get("ref", ""))
            else:
                edits += [(run.start, run.end, b"") for run in _our_runs(xml, note)]
        if edits:
            self._parts.put(self._part, spliced(xml, edits))
            self._without_boxes(gone)

    def add(self, texts: Mapping[str, str], sheet: SheetXml, block: int) -> int:
        """Put notes (address → text) on cells. A cell with a conversation on it keeps that alone.

        `sheet` gets the drawing that it has not. `block`: the first free thousand of box numbers in the file.
        Returns the next free one.
        """
        xml = self._texts()
        root = outline(xml)
        there = {note.attributes.get("ref", ""): note for note in _every_note(root)}
        threads = {str(at) for at, node in enumerate(_authors(root)) if _text(xml, node).startswith("tc=")}
        author, edits = self._author(xml, root)
        new: list[str] = []
        notes: list[str] = []
        p = qualified(root.prefix, "")
        for cell, text in texts.items():
            if (note := there.get(cell)) is None:
                notes.append(
                    f'<{p}comment ref="{cell}" authorId="{author}"><{p}text>{_run(p, text)}</{p}text></{p}comment>'
                )
                new.append(cell)
            elif note.attributes.get("authorId") not in threads and (said := note.child("text")) is not None:
                edits.append(inserted(xml, said, _run(p, f"\n{_JOINT}\n{text}").encode()))
        content = root.child("commentList")
        if content is None:
            edits.append(inserted(xml, root, f"<{p}commentList>{''.join(notes)}</{p}commentList>".encode()))
        else:
            edits.append(inserted(xml, content, "".join(notes).encode()))
        self._parts.put(self._part or "", spliced(xml, edits))
        return self._boxes(new, sheet, block) if new else block

    def _texts(self) -> bytes:
        if self._part is not None:
            return self._parts.xml(self._part)
        self._part = self._parts.free_name("xl/comments{n}.xml")
        declare(self._parts, self._part, _COMMENTS_TYPE)
        self._relations.add("comments", self._part)
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{self._namespace}">'
            "<authors/><commentList/></comments>".encode()
        )

    @staticmethod
    def _author(xml: bytes, root: Node) -> tuple[int, list[tuple[int, int, bytes]]]:
        """Our number among the authors, and the edit that makes us one."""
        named = [_text(xml, node) for node in _authors(root)]
        if AUTHOR in named:
            return named.index(AUTHOR), []
        p = qualified(root.prefix, "")
        entry = f"<{p}author>{AUTHOR}</{p}author>"
        authors = root.child("authors")
        if authors is None:
            return 0, [inserted(xml, root, f"<{p}authors>{entry}</{p}authors>".encode(), first=True)]
        return len(named), [inserted(xml, authors, entry.encode())]

    def _boxes(self, cells: list[str], sheet: SheetXml, block: int) -> int:
        part = self._drawing(sheet, block)
        xml = self._parts.xml(part) if part in self._parts else _VML_HEAD.format(block=block, kind=_KIND).encode()
        blocks = range(block, block + -(-len(cells) // 1000))
        xml = _BLOCKS.sub(lambda found: found[1] + _joined(found[2], blocks), xml, count=1)
        spaces = "".join(
            f' xmlns:{name}="{uri}"'
            for name, uri in _SPACES.items()
            if f'xmlns:{name}="{uri}"'.encode() not in xml[:2000]
        )
        kind = b"" if b'"_x0000_t202"' in xml else _KIND.replace("<v:shapetype", f"<v:shapetype{spaces}").encode()
        shapes = "".join(
            _box(cell, block * 1024 + 1 + at // 1000 * 24 + at, at, spaces) for at, cell in enumerate(cells)
        )
        end = xml.rfind(b"</xml")
        if end < 0:
            raise Unpatchable("drawing of notes")
        self._parts.put(part, xml[:end] + kind + shapes.encode() + xml[end:])
        return blocks.stop

    def _drawing(self, sheet: SheetXml, block: int) -> str:
        frame = sheet.frame()
        if (drawing := frame.child("legacyDrawing")) is not None:
            target = self._relations.targets().get(drawing.attributes.get("id", ""))
            if target in self._parts:
                return str(target)
        part = self._parts.free_name("xl/drawings/vmlDrawing{n}.vml")
        declare(self._parts, part, _VML_TYPE, "vml")
        link = self._relations.add("vmlDrawing", part)
        family = self._relations.family
        p = qualified(frame.prefix, "")
        tag = f'<{p}legacyDrawing xmlns:rel="{family}" rel:id="{link}"/>'.encode()
        later = next((node for node in frame.children if node.name in _AFTER), None)
        if drawing is not None:
            at, end = sheet.from_frame(drawing.start), sheet.from_frame(drawing.end)
        else:
            at = end = sheet.from_frame(later.start if later else frame.closed)
        sheet.xml = spliced(sheet.xml, [(at, end, tag)])
        return part

    def _without_boxes(self, cells: list[str]) -> None:
        gone = {position(cell) for cell in cells if re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", cell)}
        for part in self._relations.of_kind("vmlDrawing").values():
            if gone and part in self._parts:
                xml = self._parts.xml(part)
                self._parts.put(part, _SHAPE.sub(lambda shape: b"" if _cell_of(shape[0]) in gone else shape[0], xml))


def free_block(parts: Parts) -> int:
    """The first thousand of box numbers that no drawing of the file uses."""
    used = [0]
    for name in parts.names():
        if name.lower().endswith(".vml"):
            used += [
                int(each)
                for found in _BLOCKS.findall(parts.xml(name))
                for each in found[1].split(b",")
                if each.strip().isdigit()
            ]
    return max(used) + 1


def _joined(data: bytes, blocks: range) -> bytes:
    known = [int(each) for each in data.split(b",") if each.strip().isdigit()]
    return ",".join(map(str, dict.fromkeys([*known, *blocks]))).encode()


def _box(cell: str, number: int, order: int, spaces: str) -> str:
    row, column = position(cell)
    top = max(row - 2, 0)
    return _BOX.format(
        spaces=spaces,
        number=number,
        order=order + 1,
        row=row - 1,
        column=column,
        left=column + 1,
        right=column + 5,
        top=top,
        bottom=top + 6,
    )


def _cell_of(shape: bytes) -> tuple[int, int] | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1])) if row and column else None


def _authors(root: Node) -> list[Node]:
    authors = root.child("authors")
    return list(authors.every("author")) if authors else []


def _every_note(root: Node) -> list[Node]:
    content = root.child("commentList")
    return list(content.every("comment")) if content else []


def _text(xml: bytes, node: Node) -> str:
    return xml[node.opened : node.closed].decode("utf-8", "replace").strip()


def _our_runs(xml: bytes, note: Node) -> list[Node]:
    """The run that begins with our sign, and whatever a program has split off it behind."""
    runs = list(text.every("r")) if (text := note.child("text")) else []
    ours = next((at for at, run in enumerate(runs) if _JOINT.encode() in xml[run.start : run.end]), len(runs))
    return runs[ours:]


def _run(p: str, text: str) -> str:
    return (
        f'<{p}r><{p}rPr><{p}sz val="9"/><{p}color rgb="FF0A2F4A"/><{p}rFont val="Tahoma"/></{p}rPr>'
        f'<{p}t xml:space="preserve">{spoken(text, 2000)}</{p}t></{p}r>'
    )
