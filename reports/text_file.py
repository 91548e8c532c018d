"""The draft as a TOML file that people edit, and back: `python -m reports texts OUT.toml`, then `--texts OUT.toml`.

A sentence that nobody touched follows the data: beside the texts stands how each was drafted, as a short sum. What was
edited stays as it was written, and the reader of the file is told where its draft has changed since.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.mapping import toml_string
from data.report_texts import sum_of
from locales import Translate
from reports.content import Content
from reports.narrative import Part, draft

_SUMS = "drafted"


class TextsError(ValueError):
    """A text file that cannot be read; args: what is wrong, in the reader's language."""


@dataclass(frozen=True)
class Texts:
    """What people wrote, by key, and the sums of the sentences as they were drafted then."""

    written: Mapping[str, str]
    sums: Mapping[str, str]

    def edited(self) -> dict[str, str]:
        """What differs from its draft. Give it to `content_of`."""
        return {key: text for key, text in self.written.items() if sum_of(text) != self.sums.get(key)}

    def outdated(self, content: Content) -> list[str]:
        """Keys of edited texts whose sentence reads otherwise now (their figures changed), or is no longer there."""
        now = {part.key: sum_of(part.text) for part in draft(content)}
        return [key for key in self.edited() if key not in now or now[key] != self.sums.get(key)]


def write(content: Content, path: Path) -> None:
    """Write the draft, or what people made of it (`content.texts`), to be edited. Raises OSError."""
    path.write_text("\n".join(_lines(content)) + "\n", "utf-8")


def read(path: Path, t: Translate) -> Texts:
    """The texts of a file. Raises TextsError where it cannot be opened or read."""
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TextsError(t("The text file {path} cannot be read: {reason}", path=path,
                           reason=getattr(error, "strerror", None) or error)) from error  # fmt: skip
    texts = dict(_flat(raw, path, t))
    sums = {key.removeprefix(f"{_SUMS}."): text for key, text in texts.items() if key.startswith(f"{_SUMS}.")}
    return Texts({key: text for key, text in texts.items() if not key.startswith(f"{_SUMS}.")}, sums)


def _flat(raw: Mapping, path: Path, t: Translate) -> Iterator[tuple[str, str]]:
    for section, texts in raw.items():
        if not isinstance(texts, Mapping):
            raise TextsError(t("The text file {path}: “{name}” stands in no section.", path=path, name=section))
        for key, text in texts.items():
            if not isinstance(text, str):
                raise TextsError(t("The text file {path}: “{name}” must be a text in quotation marks.", path=path,
                                      name=f"{section}.{key}"))  # fmt: skip
            yield f"{section}.{key}", text


def _lines(content: Content) -> Iterator[str]:
    t, parts = content.t, draft(content)
    yield f"# {t('Text of the report: {title}', title=' '.join(content.title.split()))}"
    yield f"# {' '.join(content.stamp.split())}"
    yield f"# {t('Change the texts between the quotation marks. An empty text leaves the sentence out.')}"
    yield f"# {t('Causes are never made up: fill in the blanks (……), or empty them.')}"
    yield f"# {t('What you do not change follows the data. The section [drafted] at the end is for the program.')}"
    for section in dict.fromkeys(part.section for part in parts):
        yield f"\n[{section}]"
        yield from (_line(part, content.texts.get(part.key, part.text)) for part in parts if part.section == section)
    yield f"\n[{_SUMS}]"
    yield from (_line(part, sum_of(part.text), key=part.key) for part in parts)


def _line(part: Part, text: str, key: str = "") -> str:
    return f"{toml_string(key or part.key.split('.', 1)[1])} = {toml_string(text)}"
