"""The printed forms (PDF): impact on one page, and the full report. Typst lays them out, with fonts that stand beside.

Data reach the templates as JSON and are shown as text; no markup is ever made of them. The pages are
tagged for screen readers (PDF/UA-1).
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from reports.brief import brief
from reports.content import Content
from reports.document import document

_HERE = Path(__file__).parent
TEMPLATES, FONTS = _HERE / "typst", _HERE / "fonts"
STANDARD = "ua-1"


def write_brief(content: Content, path: Path) -> None:
    """Write exactly one A4 page. Raises OSError where the file cannot be written."""
    path.write_bytes(printed("brief", brief(content)))


def write_report(content: Content, path: Path) -> None:
    """Write the full report. Raises OSError where the file cannot be written."""
    path.write_bytes(printed("report", document(content)))


def printed(template: str, told: Mapping[str, Any]) -> bytes:
    """The PDF of a template for these data.

    A sign that our fonts lack (of another script, an emoji) is looked for among the fonts of the machine; where they
    lack it too, the page is made all the same, with a box for the sign, and without the mark of PDF/UA.
    """
    try:
        return _compiled(template, told, has_system_fonts=False, standards=[STANDARD])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    try:
        return _compiled(template, told, has_system_fonts=True, standards=[STANDARD])
    except typst.TypstError:
        return _compiled(template, told, has_system_fonts=True, standards=[])


def _compiled(template: str, told: Mapping[str, Any], *, has_system_fonts: bool, standards: list[Any]) -> bytes:
    compiler = typst.Compiler(
        TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=_fonts(has_system_fonts),
        sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
    )  # fmt: skip
    made = compiler.compile(format="pdf", pdf_standards=standards)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=2)
def _fonts(has_system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=has_system_fonts, include_embedded_fonts=False, font_paths=[FONTS])
