"""Who is looking at what: the store, the day, the language; and the one place where answers are remembered."""

import os
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from data.store import Store, store_path
from definitions import clock
from locales import Translate, translator
from metrics.engine import open_measured
from ui.language import chosen_language

T = TypeVar("T")
# By DAMPAK_STORE. Of the module, not of a cache: "clear cache" must never close or double a store.
_STORES: dict[str, Store] = {}
ANSWERS = "ui.answers"  # what its functions give is the same on the wall and on every other screen


@dataclass(frozen=True)
class Visit:
    """What every page needs to know. `version` changes with every upload and undo; `as_of` is the day of the data;
    `large` is for the wall: charts are drawn for the last row of a room. `phone`: who asks is on a phone, and gets
    charts in their narrow form too."""

    store: Store
    version: int
    as_of: date
    t: Translate
    large: bool = False
    phone: bool = False

    @property
    def language(self) -> str:
        return self.t.language


# Beside a folder named pages/, Streamlit runs a page on its own until st.navigation has been called once in the
# process: whoever follows a link into a freshly started server would see it without menu, language and banner.
PagesManager.uses_pages_directory = False
_CURRENT: ContextVar[Visit | None] = ContextVar("visit", default=None)


def begin() -> Visit:
    """Begin a rerun: the visit that every part of it then shares. For dashboard.py alone.

    Raises StoreBusy when another process has the store open.
    """
    store = opened_store()
    here = Visit(store, store.version(), today(), translator(chosen_language()), phone=is_phone())
    _CURRENT.set(here)
    return here


def visit() -> Visit:
    """The visit of this rerun, for the top of a page.

    The very first page asked for after a start may have been run by Streamlit without the dashboard (see above): once
    more, then, and properly.
    """
    here = _CURRENT.get()
    if here is None:
        st.rerun()
    return here


def is_phone() -> bool:
    """Whether the browser calls itself that of a phone ("Mobi" in its name, in every browser of a phone). The width of
    the window is not known here, and a second form that nobody looks at would be sent and drawn with every chart."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def opened_store() -> Store:
    """The store that DAMPAK_STORE names, opened once per process, with the formulas in it."""
    asked = os.environ.get("DAMPAK_STORE", "")
    if asked not in _STORES:
        _STORES[asked] = open_measured(store_path())
    return _STORES[asked]


def today() -> date:
    """The day that everything is judged on: today, or DAMPAK_TODAY (for tests and pictures that must not change)."""
    named = os.environ.get("DAMPAK_TODAY")
    return date.fromisoformat(named) if named else clock.today()


def remembered(make: Callable[..., T], here: Visit, *choices: Any) -> T:
    """What `make(here, *choices)` gives, made once for each state of the data, day, language and choice.

    This is the one border of the cache, for answers and for drawing alike: what `make` puts on the page is put there
    again from memory, already serialised. So `make` must hold no widget and read nothing but its arguments, `choices`
    must be told apart by their repr, and nobody may change what it returns.
    """
    what = f"{make.__module__}.{make.__qualname__}{choices!r}"
    drawn = "" if make.__module__ == ANSWERS else " large" * here.large + " phone" * here.phone
    state = f"{here.store.path} {here.version} {here.as_of} {here.language}{drawn}"
    return _made(key=f"{state} {what}", _make=make, _here=here, _choices=choices)


def held(make: Callable[..., T], here: Visit, *choices: Any) -> T:
    """As `remembered`, for what is large (a fitted model): only the newest few are kept."""
    state = f"{here.store.path} {here.store.version()} {make.__module__}.{make.__qualname__}{choices!r}"
    return _held(key=state, _make=make, _here=here, _choices=choices)


# Keywords, and one text as the key: Streamlit looks up each positional argument's name anew, and hashes by type.
@st.cache_resource(max_entries=2000, show_spinner=False)
def _made(*, key: str, _make: Callable[..., T], _here: Visit, _choices: tuple) -> T:
    return _make(_here, *_choices)


@st.cache_resource(max_entries=3, show_spinner=False)
def _held(*, key: str, _make: Callable[..., T], _here: Visit, _choices: tuple) -> T:
    return _make(_here, *_choices)


def for_the_wall(here: Visit) -> Visit:
    """The same visit, drawn for the last row of a room."""
    return replace(here, large=True)
