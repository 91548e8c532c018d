"""Headers of tables whose rows are named by what is done: `Kegiatan` names there what the figures count."""

from dataclasses import replace

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


def names_doings(text: str) -> bool:
    """Whether a header is one of those words."""
    return fold(text) in layout_words().words("evidence", "counted_doings")
