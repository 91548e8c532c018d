"""The forms that a report can take, each made by one module when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from locales import mark
from reports.content import Content

Write = Callable[[Content, Path], None]


@dataclass(frozen=True)
class Form:
    """`key` on the command line; `module` has a function `function(content, path)` that writes the file."""

    key: str
    name: str
    suffix: str
    mime: str
    module: str
    function: str = "write"

    def write(self, content: Content, path: Path) -> None:
        """Write the file. Raises OSError where it cannot be written."""
        made: Write = getattr(import_module(self.module), self.function)
        made(content, path)


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS = {form.key: form for form in (
    Form("brief", mark("One page (PDF)"), "pdf", "application/pdf", "reports.printed", "write_brief"),
    Form("report", mark("Full report (PDF)"), "pdf", "application/pdf", "reports.printed", "write_report"),
    Form("pptx", mark("Slides (PowerPoint)"), "pptx", f"{_OFFICE}.presentationml.presentation", "reports.slides"),
    Form("xlsx", mark("Workbook with formulas (Excel)"), "xlsx", f"{_OFFICE}.spreadsheetml.sheet", "reports.workbook"),
    Form("html", mark("One file for a browser (HTML)"), "html", "text/html", "reports.web_page"),
    Form("csv", mark("Table (CSV)"), "csv", "text/csv", "reports.plain_table"),
    Form("iati", mark("For international aid data (IATI XML)"), "xml", "application/xml", "reports.iati"),
    Form("texts", mark("Text to edit (TOML)"), "toml", "application/toml", "reports.text_file"),
)}  # fmt: skip
