"""Texts in two languages: English is the source text (the msgid), Indonesian stands in `id/LC_MESSAGES/dampak.po`.

    t = translator("id")
    t("Sheet {sheet}, cell {cell}", sheet="TW III", cell="F12")
    t.plural("{n} report", "{n} reports", 3)

The catalogue is read as text when first asked for: no build step, and a changed sentence needs no tool but an editor.
`python -m locales` finds the sentences in the code and brings the catalogue up to date.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

LANGUAGES = ("id", "en")
CATALOGUE = Path(__file__).parent / "id" / "LC_MESSAGES" / "dampak.po"


class Translate:
    """One language, as a function: `t(msgid, **values)` gives the sentence with the values put in.

    Values are inserted after translation and are never read as a template, so a name like "{secret}" stays as typed.
    A sentence that the catalogue lacks (or has as fuzzy) is shown in English.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations):
        self.language = language
        self._catalogue = catalogue

    def __call__(self, msgid: str, /, **values: object) -> str:
        text = self._catalogue.gettext(msgid) if msgid else ""  # gettext answers "" with the file's header
        return text.format(**values) if values else text

    def plural(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """The form for `n`; `{n}` is filled with `n`, or with a keyword `n` when it should be written another way."""
        return self._catalogue.ngettext(singular, plural, n).format(**{"n": n, **values})

    def __repr__(self) -> str:
        return f"translator({self.language!r})"


@cache
def translator(language: str) -> Translate:
    """The texts in one of LANGUAGES; the same object each time. ValueError for any other language."""
    if language not in LANGUAGES:
        raise ValueError(f"`language` must be one of {', '.join(map(repr, LANGUAGES))}, got {language!r}.")
    return Translate(language, gettext.NullTranslations() if language == "en" else read_catalogue(CATALOGUE))


def read_catalogue(path: Path) -> gettext.GNUTranslations:
    """A .po file as gettext reads it, compiled in memory; fuzzy entries are left out."""
    # Babel is imported here: the process that reads a workbook needs `mark` alone.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale="id", domain="dampak")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def mark(msgid: str) -> str:
    """The same text, made known to `python -m locales`: for sentences in a table that are translated later."""
    return msgid
