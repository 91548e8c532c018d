"""XML as it stands: where each element begins and ends in the bytes, so that a change touches nothing else.

A parser that writes the XML anew would change prefixes, quotes, order and what it does not know; a user's file must
come back as it was.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.sax.saxutils import escape, quoteattr

from data.reading import limits

_ASIDE = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_NAME = rb"[^\s/>\"'=<!?]+"
_INSIDE = rb"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?"
TAG = re.compile(_ASIDE + rb"|<(/?)(?:(" + _NAME + rb"):)?(" + _NAME + rb")(" + _INSIDE + rb")(/?)>", re.S)
_ATTRIBUTE = re.compile(rb"([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_DECLARED = re.compile(r"^(<\?xml[^>]*?encoding\s*=\s*)([\"'])[^\"']+\2")
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
DEPTH = 100
TAGS = 2_000_000


class Unpatchable(Exception):  # noqa: N818  # what happened, not an error
    """The package is built in a way that cannot be changed safely; `args[0]` says what."""


Edit = tuple[int, int, bytes]
"""From, to, and what stands there instead."""


@dataclass
class Node:
    """An element: `start`–`opened` is the opening tag, `opened`–`closed` the content, `closed`–`end` its end."""

    name: str
    prefix: bytes
    attributes: dict[str, str]
    start: int
    opened: int
    closed: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def is_empty_tag(self) -> bool:
        return self.opened == self.end

    def child(self, name: str) -> Node | None:
        return next((each for each in self.children if each.name == name), None)

    def every(self, name: str) -> Iterator[Node]:
        return (each for each in self.children if each.name == name)


def utf8(xml: bytes) -> bytes:
    """The same XML in UTF-8. Raises Unpatchable where its encoding is not known."""
    head = xml[:200]
    try:
        if xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head[:8]:
            text = xml.decode(
                "utf-16"
                if xml[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
                else "utf-16-le"
                if head[1:2] == b"\0"
                else "utf-16-be"
            )
        else:
            declared = re.search(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", head)
            name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
            if name in ("utf-8", "ascii"):
                return xml
            text = xml.decode(name)
    except (UnicodeError, LookupError) as error:
        raise Unpatchable("encoding") from error
    return _DECLARED.sub(r"\1\2UTF-8\2", text).encode()


def attributes(raw: bytes) -> dict[str, str]:
    """Local name → value; of `r:id` and `id` the first counts, as namespaces play no part here."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(raw):
        if not name.startswith(b"xmlns"):
            local = name.rpartition(b":")[2].decode("utf-8", "replace")
            found.setdefault(local, unescape(value[1:-1].decode("utf-8", "replace")))
    return found


def outline(xml: bytes, depth: int = DEPTH) -> Node:
    """The root element and its children, down to `depth` levels below. Raises Unpatchable where tags do not close."""
    if b"<!DOCTYPE" in xml[:4096]:
        raise Unpatchable("document type")
    top = Node("", b"", {}, 0, 0)
    open_nodes, level, count = [top], 0, 0
    for tag in TAG.finditer(xml):
        if tag[3] is None:
            continue
        if (count := count + 1) > TAGS:
            raise Unpatchable("too many tags")
        if tag[1]:
            level -= 1
            if level <= depth:
                if len(open_nodes) < 2 or open_nodes[-1].name != tag[3].decode("utf-8", "replace"):
                    raise Unpatchable("tags")
                node = open_nodes.pop()
                node.closed, node.end = tag.start(), tag.end()
            continue
        if level <= depth:
            node = Node(tag[3].decode("utf-8", "replace"), tag[2] or b"", attributes(tag[4]), tag.start(), tag.end())
            open_nodes[-1].children.append(node)
            if tag[5]:
                node.closed = node.end = tag.end()
            else:
                open_nodes.append(node)
        if not tag[5]:
            level += 1
    if level != 0 or len(open_nodes) != 1 or len(top.children) != 1:
        raise Unpatchable("tags")
    return top.children[0]


def spliced(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made; two insertions at one place stand in their order."""
    parts: list[bytes] = []
    at = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        if start < at:
            raise Unpatchable("overlapping changes")
        parts += [xml[at:start], text]
        at = end
    return b"".join([*parts, xml[at:]])


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """An opening tag with an attribute set, or with None taken away. Nothing else of it changes."""
    pattern = re.compile(rb"(\s" + re.escape(name.encode()) + rb"\s*=\s*)(\"[^\"]*\"|'[^']*')")
    found = pattern.search(tag)
    if value is None:
        return tag[: found.start()] + tag[found.end() :] if found else tag
    quoted = quoteattr(value).encode()
    if found:
        return tag[: found.start(2)] + quoted + tag[found.end(2) :]
    end = re.search(rb"\s*/?>$", tag)
    assert end is not None
    return tag[: end.start()] + b" " + name.encode() + b"=" + quoted + tag[end.start() :]


def inserted(xml: bytes, node: Node, content: bytes, *, first: bool = False) -> Edit:
    """An edit that puts `content` into an element, at its end or its beginning; opens `<a/>` into `<a>…</a>`."""
    if node.is_empty_tag:
        tag = xml[node.start : node.end]
        name = re.match(rb"<([^\s/>]+)", tag)
        assert name is not None
        return node.start, node.end, tag[:-2].rstrip() + b">" + content + b"</" + name[1] + b">"
    at = node.opened if first else node.closed
    return at, at, content


def qualified(prefix: bytes, name: str) -> str:
    """`x:row` where the part writes its elements with a prefix, else `row`."""
    return f"{prefix.decode()}:{name}" if prefix else name


def spoken(text: object, most: int = limits.TEXT_CHARACTERS) -> str:
    """Text as the content of an element: escaped, without the characters that XML has no place for, cut to a cell."""
    said = _CONTROLS.sub("", str(text))
    if len(said.encode("utf-16-le")) > 2 * most:
        said = said[: most // 2]
    said = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", said)  # else Excel reads an escape of its own
    return escape(said, {"\r": ""})
