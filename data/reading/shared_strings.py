"""The table of texts that the cells of an .xlsx file point into."""

from __future__ import annotations

import re

import pyarrow as pa

from data.reading import limits
from data.reading.archive import Archive
from data.reading.markup import CellText, feed, local, parser
from data.reading.refusals import Refused

# What nearly every program writes; whatever looks different goes through expat, text by text.
_PLAIN = re.compile(rb'<si>\s*(?:<t(?: xml:space="preserve")?>([^<]*)</t>|<t/>)\s*</si>')


def shared_strings(archive: Archive, part: str | None, text: CellText) -> pa.StringArray:
    """All shared texts, in the order of their index; none where the workbook has no such part."""
    if part is None or part not in archive:
        return pa.array([], pa.string())
    xml = archive.part(part, limits.STRINGS_BYTES)
    texts = _plain(xml, text)
    return pa.array(_parsed(xml, part, text) if texts is None else texts, pa.string())


def _plain(xml: bytes, text: CellText) -> list[str] | None:
    if b"<!" in xml or xml[:2] in (b"\xff\xfe", b"\xfe\xff") or not _is_utf8(xml[:200]):
        return None
    raw = _PLAIN.findall(xml)
    if len(raw) != len(re.findall(rb"<si[ >/]", xml)) or not xml.rstrip().endswith(b"</sst>"):
        return None
    try:
        if b"&" in xml or b"_x" in xml or b"\r" in xml or b"\x7f" in xml:
            return [text.decoded(each) for each in raw]
        return [each.decode() for each in raw]
    except UnicodeDecodeError as error:
        raise Refused("damaged_part", part="sharedStrings") from error


def _is_utf8(start: bytes) -> bool:
    declared = re.search(rb"encoding=[\"']([^\"']+)", start)
    return declared is None or declared[1].lower() in (b"utf-8", b"us-ascii")


def _parsed(xml: bytes, part: str, text: CellText) -> list[str]:
    """Texts with runs of letters in several fonts, joined; readings of Japanese (rPh) are left out."""
    texts: list[str] = []
    inside: list[str] = []
    current: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        inside.append(local(name))
        if inside[-1] == "si":
            current.clear()

    def data(letters: str) -> None:
        if inside and inside[-1] == "t" and "rPh" not in inside:
            current.append(letters)

    def end(name: str) -> None:
        inside.pop()
        if local(name) == "si":
            texts.append(text.cleaned("".join(current)))

    reader = parser(part)
    reader.StartElementHandler, reader.EndElementHandler, reader.CharacterDataHandler = start, end, data
    feed(reader, xml, part)
    return texts
