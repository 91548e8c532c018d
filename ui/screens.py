"""The list of screens, made once for each language: to look for its files at every rerun costs as much as a chart."""

from collections.abc import Callable
from copy import copy

from streamlit.navigation.page import Page

Sections = dict[str, list[Page]]
_made: dict[str, Sections] = {}


def kept(language: str, make: Callable[[], Sections]) -> Sections:
    """What `make` gives, for one rerun: copies, since the navigation marks in them which screen may run."""
    if language not in _made:
        _made[language] = make()
    return {section: [copy(page) for page in pages] for section, pages in _made[language].items()}
