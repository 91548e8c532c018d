"""Uploaded text shown as it is. Streamlit reads labels, headings and captions as Markdown; names and quotes are not."""

import re

from charts.text import clean

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#~|!&$^=+-]|(?<=^\d)\.|(?<=^\d\d)\.)")
_JOINER = "\N{WORD JOINER}"  # invisible; keeps Streamlit from seeing an icon name, an emoji name or an address
_WAKING = re.compile(r":|@|(?<=www)\.", re.I)


def literal(text: object) -> str:
    """The text for a Markdown place (heading, caption, label, table cell), so that exactly its characters appear.

    For whole paragraphs prefer `st.text`, which reads nothing into its text.
    """
    return _WAKING.sub(lambda found: _JOINER + found[0] + _JOINER, _SIGNS.sub(r"\\\1", clean(text)))
