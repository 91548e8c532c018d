"""Every sentence that the code shows, found by reading the code, and the catalogue brought up to date with them.

The code is read as a syntax tree: Babel's own reader loses a t(...) that stands inside t.plural(...).
"""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from locales import CATALOGUE

ROOT = Path(__file__).parent.parent
NOT_SHOWN = {"tests", "benchmarks", "docs", "var", "build", "dist", "venv", "node_modules"}
HEADER = """\
# The Indonesian texts of Dampak. The English text (msgid) is the source.
# `python -m locales` brings this file up to date with the code.
# Keep every {placeholder} as it is. Remove the word "fuzzy" once you have checked a sentence."""


def messages(root: Path = ROOT) -> Catalog:
    """All sentences under `root`: t(...), t.plural(...) and mark(...) in Python, and `msgid`/`msgids` keys in TOML."""
    found = Catalog(locale="id", domain="dampak")
    for path in sorted(shown_files(root)):
        place = path.relative_to(root).as_posix()
        for msgid in sentences(path):
            found.add(msgid, locations=[(place, 0)])
    return found


def shown_files(root: Path) -> Iterator[Path]:
    """Python and TOML files that can put text on a screen: not tests, and nothing in a hidden folder."""
    for path in root.rglob("*"):
        folders = path.relative_to(root).parts[:-1]
        if path.suffix in {".py", ".toml"} and not any(part in NOT_SHOWN or part.startswith(".") for part in folders):
            yield path


def sentences(path: Path) -> Iterator[str | tuple[str, str]]:
    """The msgids of one file; a pair is singular and plural."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        yield from listed(tomllib.loads(text))
        return
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call):
            words = [argument.value for argument in call.args if is_text(argument)]
            match call.func:
                case ast.Name(id="t" | "mark") | ast.Attribute(attr="t") if is_text(*call.args[:1]):
                    yield words[0]
                case ast.Attribute(attr="plural") if is_text(*call.args[:2]):
                    yield words[0], words[1]


def is_text(*nodes: ast.expr) -> bool:
    """Whether there is something, and all of it is a text written out in the code."""
    return bool(nodes) and all(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in nodes)


def listed(node: object) -> Iterator[str]:
    """Sentences in a TOML table, at any depth: `msgid = "…"` or `msgids = ["…", "…"]`."""
    if isinstance(node, list):
        for item in node:
            yield from listed(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("msgid", "msgids"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from listed(value)


def update(path: Path = CATALOGUE, root: Path = ROOT, sources: Iterable[Path] = ()) -> Catalog:
    """Write `path` anew: translations kept, new sentences added, unused ones kept as obsolete (#~). Returns it.

    A sentence still without translation takes it from the .po files in `sources`, if one of them has it.
    """
    catalogue = read(path)
    catalogue.update(messages(root), no_fuzzy_matching=True)
    dress(catalogue)  # after the update, which brings the time of this very run: two branches would always differ
    for source in map(read, sources):
        for message in missing(catalogue):
            if (known := source.get(message.id)) and known.string and not known.fuzzy:
                message.string = known.string
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, include_lineno=False)
    return catalogue


def dress(catalogue: Catalog) -> None:
    """The file's header: no dates of its own (git has them), and the one plural form of Indonesian."""
    catalogue.header_comment, catalogue.fuzzy = HEADER, False
    catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Dampak", "1", ""
    catalogue.last_translator = catalogue.language_team = ""
    catalogue.creation_date = catalogue.revision_date = datetime(2025, 1, 1, tzinfo=UTC)
    catalogue.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]


def read(path: Path) -> Catalog:
    """A .po file as a Catalog that can be edited; an empty one if there is no file."""
    if not path.exists():
        return Catalog(locale="id", domain="dampak")
    with path.open("rb") as file:
        return read_po(file, locale="id", domain="dampak")


def missing(catalogue: Catalog) -> list[Message]:
    """The sentences without a checked translation."""
    return [message for message in catalogue if message.id and (message.fuzzy or not all(forms(message.string)))]


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """One text, or the number forms of one, as a list."""
    return [text or ""] if text is None or isinstance(text, str) else list(text)
