"""Pieces of an IATI file: a node, a text in its language, a figure."""

from typing import Any

from lxml import etree

from charts.numbers import number
from locales import Translate
from reports.exact import exact

Row = dict[str, Any]
WRITTEN = "id"
"""The language of names and definitions in the workbook; an English name has a column of its own."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that names the language of a text."""


class Words:
    """Writes texts and figures into nodes, in the language of the report."""

    def __init__(self, language: str, t: Translate) -> None:
        self.language, self.t = language, t

    def told(self, parent: etree._Element, text: object, language: str | None = None, english: object = None) -> None:
        """A narrative, marked where it is not in the language of the activity; the English one beside it, if another.

        `language`: that of the text; None is the report's own. What people name is Indonesian (WRITTEN).
        """
        own = self.language
        told = {language or own: text} | ({"en": english} if english else {})
        for each in sorted(told, key=lambda each: each != own):
            add(parent, "narrative", text=str(told[each]), **({} if each == own else {LANGUAGE: each}))

    def named_in(self, row: Row) -> str:
        """The language of an indicator's name: English where the report is and it has an English one."""
        return "en" if self.language == "en" and row["name_en"] else WRITTEN

    def comment(self, node: etree._Element, text: str) -> None:
        """A comment in the language of the report."""
        self.told(add(node, "comment"), text)

    def value(self, node: etree._Element, value: float, row: Row, is_quality: bool) -> None:
        """As an attribute; of a quality in words."""
        if is_quality:
            self.comment(node, number(value, self.t, row["unit"]))
        else:
            node.set("value", exact(value))


def place_code(code: str) -> str:
    """A place as the file refers to it: "ID-33.22"."""
    return f"ID-{code}".replace(" ", "-")


def add(parent: etree._Element, tag: str, *, text: str | None = None, **attributes: str) -> etree._Element:
    """A new node below `parent`; signs that XML cannot hold are left out of its text."""
    node = etree.SubElement(parent, tag, attrib=attributes)
    node.text = None if text is None else plain(text)
    return node


def plain(text: str) -> str:
    """Without the signs that no XML file may hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ").replace("\ufffe", "").replace("\uffff", "")
