"""Who is looking at what: the store, the day, the language; and the one place where answers are remembered."""

import os
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from data.store import Store, store_path
from locales import Translate, translator
from metrics.engine import open_measured
from ui.language import chosen_language

T = TypeVar("T")
_STORES: dict[str, Store] = {}  # of the module, not of a cache: "clear cache" must never close or double a store


@dataclass(frozen=True)
class Visit:
    """What every page needs to know. `version` changes with every upload and undo; `as_of` is the day of the data."""

    store: Store
    version: int
    as_of: date
    t: Translate

    @property
    def language(self) -> str:
        return self.t.language


_CURRENT: ContextVar[Visit | None] = ContextVar("visit", default=None)


def begin() -> Visit:
    """Begin a rerun: the visit that every part of it then shares. For dashboard.py alone.

    Raises StoreBusy when another process has the store open.
    """
    store = opened_store()
    here = Visit(store, store.version(), today(), translator(chosen_language()))
    _CURRENT.set(here)
    return here


def visit() -> Visit:
    """The visit of this rerun, for the top of a page.

    Until dashboard.py has run once, Streamlit runs a page of `pages/` on its own when its address is asked for; such a
    page goes to the dashboard first.
    """
    here = _CURRENT.get()
    if here is None:
        st.switch_page("dashboard.py")
    return here


def opened_store() -> Store:
    """The store that DAMPAK_STORE names, opened once per process, with the formulas in it."""
    path = str(store_path())
    if path not in _STORES:
        _STORES[path] = open_measured(path)
    return _STORES[path]


def today() -> date:
    """The day that everything is judged on: today, or DAMPAK_TODAY (for tests and pictures that must not change)."""
    named = os.environ.get("DAMPAK_TODAY")
    return date.fromisoformat(named) if named else date.today()


def remembered(make: Callable[..., T], here: Visit, *choices: Any) -> T:
    """What `make(here, *choices)` gives, made once for each state of the data, day, language and choice.

    This is the one border of the cache, for answers and for drawing alike: what `make` puts on the page is put there
    again from memory, already serialised. So `make` must hold no widget and read nothing but its arguments, `choices`
    must be told apart by their repr, and nobody may change what it returns.
    """
    what = f"{make.__module__}.{make.__qualname__}{choices!r}"
    state = f"{here.store.path} {here.version} {here.as_of} {here.language}"
    return _made(key=f"{state} {what}", _make=make, _here=here, _choices=choices)


# Keywords, and one text as the key: Streamlit looks up each positional argument's name anew, and hashes by type.
@st.cache_resource(max_entries=2000, show_spinner=False)
def _made(*, key: str, _make: Callable[..., T], _here: Visit, _choices: tuple) -> T:
    return _make(_here, *_choices)
