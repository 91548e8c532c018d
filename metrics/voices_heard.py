"""The voices of a store, judged once for a state of it, and those of one choice: where every question of voices starts.

Which theme counts, what is sensitive and what is answered depends on no filter, and takes a tenth of a second for
12,000 voices; so it is worked out once and kept, and a choice takes from it.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import pyarrow as pa

from data.store import Store, run
from definitions.codebook import codebook
from metrics.engine import answered
from metrics.keyword_coding import is_sensitive

FILTERS = ("programme", "indicator", "partner", "place", "theme")


def voices_heard(store: Store, as_of: date, within: Mapping[str, str | None]) -> pa.Table:
    """One row per voice of the choice up to a day, as the macro `voices_judged` gives it.

    Args:
        within: any of FILTERS; None is not asked for.
    """
    unknown = set(within) - set(FILTERS)
    if unknown:
        raise ValueError(f"Filters must be of {', '.join(FILTERS)}, got {', '.join(sorted(unknown))}.")
    choice = tuple(within.get(name) for name in FILTERS)
    state = state_of(store)
    return _chosen(store, state, as_of, choice) if any(choice) else _judged(store, state, as_of)


def state_of(store: Store) -> tuple[str, int, int]:
    """What the voices depend on: the uploads, and the codes that people gave."""
    return str(store.path), store.version(), edition(store)


def edition(store: Store) -> int:
    """A number that changes with every code: themes depend on it beside the version of the store."""
    with store.cursor() as cursor:
        return int(run(cursor, "select count(*) from feedback_codes")[0][0])


@lru_cache(maxsize=1)
def spellings() -> dict[str, object]:
    """The codebook as the questions need it: every spelling with its key, keys with labels, what is sensitive."""
    book = codebook()
    pairs = [(name.strip().lower(), theme.key) for theme in book.themes for name in theme.names]
    return {
        "names": [name for name, _ in pairs], "keys": [key for _, key in pairs],
        "themes": [theme.key for theme in book.themes], "labels": [theme.id for theme in book.themes],
        "sensitive": list(book.sensitive) or [""],
    }  # fmt: skip


@lru_cache(maxsize=4)
def _judged(store: Store, state: tuple, as_of: date) -> pa.Table:
    book = spellings() | {"grave": _grave(store, *state[:2])}
    with store.cursor() as cursor:
        return answered(cursor, "voices_judged", {"as_of": as_of, "codebook": book})


@lru_cache(maxsize=8)
def _chosen(store: Store, state: tuple, as_of: date, choice: tuple[str | None, ...]) -> pa.Table:
    with store.cursor() as cursor:
        cursor.register("judged", _judged(store, state, as_of))
        return answered(cursor, "voices_chosen", dict(zip(FILTERS, choice, strict=True)) | {"codebook": spellings()})


@lru_cache(maxsize=4)
def _grave(store: Store, _path: str, _version: int) -> list[str]:
    """The md5 of every text that holds words of a sensitive theme. Asked of the database itself, the long list of
    words takes half a minute for 12,000 texts; so it takes a second, once for an upload."""
    with store.cursor() as cursor:
        texts = run(cursor, """select distinct "text" from feedback where "text" is not null""")
    grave = [text.encode() for (text,) in texts if is_sensitive(text)]
    return [hashlib.md5(text, usedforsecurity=False).hexdigest() for text in grave] or [""]
