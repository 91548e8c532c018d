"""Marks as cell formats: each made from the cell's own, with a pattern and a border that show in black and white."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.annotated.outline import Node, Unpatchable, inserted, outline, qualified, spliced, with_attribute
from data.annotated.parts import PART_BYTES, Parts

STOP, WARN, ACCEPTED = "stop", "warn", "accepted"
# A kind of mark is known again by its pattern and its two colours together; nobody chooses these by hand.
_FILLS: Mapping[str, tuple[str, str, str]] = {
    STOP: ("lightUp", "FF9A2F01", "FFFFE8D6"),
    WARN: ("gray125", "FF0A5A91", "FFF4F9FD"),
    ACCEPTED: ("lightHorizontal", "FF5B6B73", "FFF1F4F5"),
}
_BORDERS = {STOP: ("thick", "FF9A2F01"), WARN: ("dashed", "FF0A5A91"), ACCEPTED: ("dotted", "FF5B6B73")}
_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_MOST_FORMATS = 64_000  # what Excel takes
_EMPTY = {
    "fonts": ("font", ['<{p}font><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>']),
    "fills": (
        "fill",
        [
            '<{p}fill><{p}patternFill patternType="none"/></{p}fill>',
            '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
        ],
    ),
    "borders": ("border", ["<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>"]),
    "cellStyleXfs": ("xf", ['<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    "cellXfs": ("xf", ['<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']),
}


@dataclass(frozen=True)
class PageFormats:
    """Format numbers for our own sheet."""

    title: int
    head: int
    text: int
    link: int
    weight: Mapping[str, int]


class Styles:
    """The style sheet of a workbook, to which formats are added. `save` puts it back."""

    def __init__(self, parts: Parts, part: str) -> None:
        if parts.size(part) > PART_BYTES // 10:
            raise Unpatchable("styles too large")
        self._parts, self._part = parts, part
        self._xml = parts.xml(part)
        self._added: dict[str, list[bytes]] = {}
        self._known: dict[tuple[str, bytes], int] = {}
        self._marked: dict[tuple[int, str], int] = {}
        self._read()
        for name, (_child, contents) in _EMPTY.items():
            if self._containers.get(name) is None or not self._items[name]:
                self._begin(name, contents)

    def _read(self) -> None:
        self._root = outline(self._xml)
        self._containers = {node.name: node for node in self._root.children if node.name in _ORDER}
        self._items = {
            name: [node for node in self._containers[name].children if node.name == child]
            if name in self._containers
            else []
            for name, (child, _) in _EMPTY.items()
        }

    def _begin(self, name: str, contents: list[str]) -> None:
        """A style sheet of few words lacks whole lists."""
        p = qualified(self._root.prefix, "")
        inner = "".join(contents).replace("{p}", p)
        if (node := self._containers.get(name)) is not None:
            edit = inserted(self._xml, node, inner.encode())
        else:
            whole = f'<{p}{name} count="{len(contents)}">{inner}</{p}{name}>'.encode()
            later = [node for node in self._root.children if node.name in _ORDER[_ORDER.index(name) + 1 :]]
            edit = (later[0].start, later[0].start, whole) if later else inserted(self._xml, self._root, whole)
        self._xml = spliced(self._xml, [edit])
        self._read()

    def marked(self, own: int, mark: str) -> int:
        """The format of a cell whose own format is `own`, with a mark."""
        own = own if own < len(self._items["cellXfs"]) else 0
        if (own, mark) not in self._marked:
            self._marked[own, mark] = self._with(self._xf(own), self._fill(mark), self._border(mark))
        return self._marked[own, mark]

    def plain(self, own: int) -> int:
        """The same format without fill and border: for a mark whose cell's own format is no longer known."""
        return self._with(self._xf(own), 0, 0)

    def mark_formats(self) -> frozenset[int]:
        """The formats that carry one of our marks, made now or by an earlier annotated version."""
        fills = {index for index, node in enumerate(self._items["fills"]) if self._is_ours(node)}
        return frozenset(
            index
            for index, node in enumerate(self._items["cellXfs"])
            if node.attributes.get("fillId") in {str(fill) for fill in fills}
        )

    def _is_ours(self, node: Node) -> bool:
        pattern = node.child("patternFill")
        if pattern is None:
            return False
        colours = [
            (each.attributes.get("rgb") or "") if (each := pattern.child(name)) else ""
            for name in ("fgColor", "bgColor")
        ]
        return (pattern.attributes.get("patternType", ""), *colours) in _FILLS.values()

    def for_page(self) -> PageFormats:
        """Formats for our own sheet: text stays text (`quotePrefix`), even when somebody edits the cell."""
        bold = self._font("<{p}b/>", "12")
        head, link = self._font("<{p}b/>", "11"), self._font("<{p}u/>", "11", '<{p}color rgb="FF0A5A91"/>')
        plain = self._font("", "11")
        base = (
            '<{p}xf numFmtId="49" fontId="%d" fillId="%d" borderId="0" xfId="0" quotePrefix="1" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
            '<{p}alignment vertical="top"%s/></{p}xf>'
        )
        grey = self._add(
            "fills",
            '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FFE4EBF0"/>'
            '<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>',
        )
        wrap = ' wrapText="1"'
        return PageFormats(
            title=self._add("cellXfs", base % (bold, 0, "")),
            head=self._add("cellXfs", base % (head, grey, wrap)),
            text=self._add("cellXfs", base % (plain, 0, wrap)),
            link=self._add("cellXfs", base % (link, 0, "")),
            weight={mark: self._add("cellXfs", base % (head, self._fill(mark), wrap)) for mark in _FILLS},
        )

    def save(self) -> None:
        """Put the style sheet back, with what was added."""
        edits = []
        for name, added in self._added.items():
            node, whole = self._containers[name], len(self._items[name]) + len(added)
            if name == "cellXfs" and whole > _MOST_FORMATS:
                raise Unpatchable("too many formats")
            tag = with_attribute(self._xml[node.start : node.opened], "count", str(whole))
            edits += [(node.start, node.opened, tag), inserted(self._xml, node, b"".join(added))]
        if edits:
            self._parts.put(self._part, spliced(self._xml, edits))

    def _xf(self, own: int) -> bytes:
        items, added = self._items["cellXfs"], self._added.get("cellXfs", [])
        if own < len(items):
            return self._xml[items[own].start : items[own].end]
        return added[own - len(items)] if own - len(items) < len(added) else self._xml[items[0].start : items[0].end]

    def _with(self, xf: bytes, fill: int, border: int) -> int:
        tag = re.match(rb"<[^>]*>", xf)
        assert tag is not None
        changed = tag[0]
        for name, value in (("fillId", fill), ("borderId", border), ("applyFill", 1), ("applyBorder", 1)):
            changed = with_attribute(changed, name, str(value))
        return self._put("cellXfs", changed + xf[tag.end() :])

    def _fill(self, mark: str) -> int:
        pattern, ink, ground = _FILLS[mark]
        return self._add(
            "fills",
            f'<{{p}}fill><{{p}}patternFill patternType="{pattern}"><{{p}}fgColor rgb="{ink}"/>'
            f'<{{p}}bgColor rgb="{ground}"/></{{p}}patternFill></{{p}}fill>',
        )

    def _border(self, mark: str) -> int:
        line, ink = _BORDERS[mark]
        sides = "".join(
            f'<{{p}}{side} style="{line}"><{{p}}color rgb="{ink}"/></{{p}}{side}>'
            for side in ("left", "right", "top", "bottom")
        )
        return self._add("borders", f"<{{p}}border>{sides}<{{p}}diagonal/></{{p}}border>")

    def _font(self, weight: str, size: str, colour: str = "") -> int:
        return self._add(
            "fonts",
            f'<{{p}}font>{weight}<{{p}}sz val="{size}"/>{colour}<{{p}}name val="Calibri"/>'
            f'<{{p}}family val="2"/></{{p}}font>',
        )

    def _add(self, name: str, template: str) -> int:
        return self._put(name, template.replace("{p}", qualified(self._root.prefix, "")).encode())

    def _put(self, name: str, item: bytes) -> int:
        """The index of an item that reads the same, else of a new one."""
        if not self._known:
            self._known = {
                (kind, self._xml[node.start : node.end]): at
                for kind, nodes in self._items.items()
                for at, node in reversed(list(enumerate(nodes)))
            }
        if (name, item) not in self._known:
            added = self._added.setdefault(name, [])
            self._known[name, item] = len(self._items[name]) + len(added)
            added.append(item)
        return self._known[name, item]
