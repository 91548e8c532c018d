"""The report as one HTML file: opens without a network or a script, in light and dark, on paper and on a phone."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from reports.content import Content
from reports.document import document

_TEMPLATES = Path(__file__).parent / "html"


def write(content: Content, path: Path) -> None:
    """Write the file. Raises OSError where it cannot be written."""
    path.write_text(page(content), "utf-8")


def page(content: Content) -> str:
    """The page. Every text of the data is escaped."""
    return _template().render(document(content))


@lru_cache(maxsize=1)
def _template() -> Template:
    found = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined,
                        trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    return found.get_template("report.html")
