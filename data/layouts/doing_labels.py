"""Headers of tables whose rows are named by what is done: `Kegiatan` names there what the figures count."""

from collections.abc import Collection
from dataclasses import replace

from data.layouts.known import Known
from data.layouts.labels import Label, LabelReader
from definitions.fold import fold
from definitions.layouts import layout_words


class DoingReader(LabelReader):
    """Reads `Kegiatan`, and `Jenis Imunisasi`, as the name of what the figures count."""

    def _label(self, text: str) -> Label:
        label = super()._label(text)
        is_kind = fold(text).startswith("jenis ") and not (label.field or label.group or label.whats or label.has_time)
        return replace(label, field="name", rest="") if names_doings(text) or is_kind else label


class ProgrammeReader(LabelReader):
    """Reads `Program` as the name of what the figures count, where a column says in which unit."""

    def _label(self, text: str) -> Label:
        label = super()._label(text)
        return replace(label, field="name") if label.field == "programme" and label.is_plain else label


class ObjectiveReader(LabelReader):
    """Reads `Luaran`, `Output`, `Hasil` as the name of what the figures count, where a column says in which unit and
    none is called indicator; `named` are those headers of the sheet that head no results."""

    def __init__(self, known: Known, named: Collection[str]) -> None:
        super().__init__(known)
        self._named_by = named

    def _label(self, text: str) -> Label:
        label = super()._label(text)
        return replace(label, field="name", whats=frozenset()) if fold(text) in self._named_by else label


def level_words() -> set[str]:
    """The words for what a project gives and leads to."""
    levels = layout_words().levels
    return {word for word, level in levels.items() if level in ("outcome", "output")}


def names_doings(text: str) -> bool:
    """Whether a header is one of those words."""
    return fold(text) in layout_words().words("evidence", "counted_doings")
