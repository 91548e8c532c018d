"""XML that is not trusted: expat without document types, entities or anything fetched from elsewhere."""

from __future__ import annotations

import re
import threading
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from data.reading.refusals import Refused

_DEPTH = 200


def parser(part: str) -> expat.XMLParserType:
    """An expat parser that refuses any document type; names come as 'namespace}name'."""
    reader = expat.ParserCreate(namespace_separator="}")
    reader.buffer_text = True

    def refuse(*_: object) -> int:
        raise Refused("xml_entities", part=part)

    reader.StartDoctypeDeclHandler = refuse
    reader.EntityDeclHandler = refuse
    reader.ExternalEntityRefHandler = refuse
    return reader


def local(name: str) -> str:
    """A name without its namespace: strict and transitional workbooks differ in nothing else that matters here."""
    return name.rpartition("}")[2]


def feed(reader: expat.XMLParserType, xml: bytes, part: str) -> None:
    """Parse a whole part. Raises Refused('damaged_part') where it is not well formed."""
    try:
        reader.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("damaged_part", part=part) from error


def tree(xml: bytes, part: str) -> Element:
    """A part as a tree of local names. Raises Refused where it is damaged, too deep or has a document type."""
    builder, depth = TreeBuilder(), 0
    reader = parser(part)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise Refused("damaged_part", part=part)
        builder.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(local(name))

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.CharacterDataHandler = builder.data
    feed(reader, xml, part)
    return builder.close()


_ESCAPES = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_OFFICE_ESCAPE = re.compile(r"_x([0-9a-fA-F]{4})_")
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class CellText:
    """Raw text of cells as it is meant; `removed` counts the control characters that were dropped."""

    def __init__(self) -> None:
        self.removed = 0
        self._counting = threading.Lock()  # pieces of a sheet are read side by side

    def decoded(self, raw: bytes) -> str:
        """Bytes between two tags → text: '&lt;' and '_x000D_' resolved."""
        text = raw.decode("utf-8", "strict").replace("\r\n", "\n")
        if "&" in text:
            text = _ESCAPES.sub(self._character, text)
        return self.cleaned(text)

    def cleaned(self, text: str) -> str:
        """Text out of a parser → text: '_x000D_' resolved, line ends as \\n, control characters dropped."""
        if "_x" in text:
            text = _OFFICE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text, dropped = _CONTROLS.subn("", text)
        if dropped:
            with self._counting:
                self.removed += dropped
        return text

    @staticmethod
    def _character(match: re.Match[str]) -> str:
        if match[3]:
            return _NAMED[match[3]]
        point = int(match[1], 16) if match[1] else int(match[2])
        return chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else "�"
