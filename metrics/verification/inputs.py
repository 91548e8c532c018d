"""The inputs of a published case: names as people write them, read in one place."""

from collections.abc import Mapping, Sequence
from typing import Any

_NOTHING = object()


class BadInput(ValueError):  # noqa: N818  # reads as the sentence that it becomes
    """A case lacks an input, or has one that cannot be used."""


def folded(name: object) -> str:
    """A key without capitals, blanks, hyphens and underscores: "ciLow", "CI low" and "ci_low" are one."""
    return "".join(sign for sign in str(name).casefold() if sign.isalnum() or sign == "+")


_REMARKS = (
    "note", "notes", "comment", "comments", "remark", "remarks", "description", "explanation", "source", "citation",
    "reference", "url", "link", "page", "label", "name", "title", "id", "unit", "units", "currency", "country",
    "example", "formula", "printed", "text",
)  # fmt: skip
"""Names under which a case tells about itself; no figure depends on them."""


class Inputs:
    """Inputs by name. Each reader takes several names for one thing, the first found counts."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        if not isinstance(raw, Mapping):
            raise BadInput(f"inputs must be an object, got {type(raw).__name__}")
        self._raw = raw
        self._by_name = {folded(name): value for name, value in raw.items()}
        self._asked: set[str] = set()

    @property
    def raw(self) -> Mapping[str, Any]:
        """Everything, for methods whose names of inputs are data; all of it counts as read."""
        self.know(*self._raw)
        return self._raw

    def know(self, *names: str) -> None:
        """These names say the same in other words, or nothing that the method needs."""
        self._asked |= {folded(name) for name in names}

    def unread(self) -> list[str]:
        """Names of inputs with something in them that the method never asked for, but for remarks."""
        harmless = self._asked | {folded(name) for name in _REMARKS}
        return [str(name) for name, value in self._raw.items()
                if folded(name) not in harmless and value is not None and value != ""]  # fmt: skip

    def has(self, *names: str) -> bool:
        self.know(*names)
        return any(folded(name) in self._by_name for name in names)

    def get(self, *names: str, default: Any = _NOTHING) -> Any:
        """Whatever stands under the first of these names. Raises BadInput when there is none and no default."""
        self.know(*names)
        for name in names:
            if folded(name) in self._by_name:
                return self._by_name[folded(name)]
        if default is _NOTHING:
            raise BadInput(f"`{names[0]}` is missing")
        return default

    def number(self, *names: str, default: Any = _NOTHING) -> float | None:
        """A number, or None where the case says null."""
        return number(self.get(*names, default=default), names[0])

    def figure(self, *names: str, default: Any = _NOTHING) -> float:
        """A number that must be known."""
        found = self.number(*names, default=default)
        if found is None:
            raise BadInput(f"`{names[0]}` must be a number, got null")
        return found

    def numbers(self, *names: str, default: Any = _NOTHING) -> list[float | None]:
        """A list of numbers, with None for null; the values of an object are a list too."""
        found = self.get(*names, default=default)
        if found is None:
            return []
        if isinstance(found, Mapping):
            found = list(found.values())
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise BadInput(f"`{names[0]}` must be a list")
        return [number(value, names[0]) for value in found]

    def known_numbers(self, *names: str, default: Any = _NOTHING) -> list[float]:
        """A list of numbers without the nulls."""
        return [value for value in self.numbers(*names, default=default) if value is not None]

    def share(self, *names: str, default: Any = _NOTHING) -> float | None:
        """A fraction, out of 0.05, 5 (above 1: per cent), "5 %", or a name that says per cent."""
        found = self.get(*names, default=default)
        value = number(found, names[0])
        if value is None:
            return None
        said = next((name for name in names if folded(name) in self._by_name), "")
        is_percent = value > 1 or (isinstance(found, str) and "%" in found) or folded(said).endswith(("pct", "percent"))
        return value / 100 if is_percent else value

    def flag(self, *names: str, default: bool = False) -> bool:
        found = self.get(*names, default=default)
        return found.casefold() in ("true", "yes", "1") if isinstance(found, str) else bool(found)

    def word(self, *names: str, default: Any = _NOTHING) -> str:
        return str(self.get(*names, default=default)).strip().casefold()

    def direction(self, *names: str, default: str | None = None) -> str | None:
        """up, down or keep, out of "+", -1, "decrease", "positive", ascending true …"""
        found = self.get(*(names or _DIRECTIONS), default=None)
        return default if found is None else direction_of(found)


_DIRECTIONS = ("direction", "desired_direction", "direction_of_change", "ascending", "sense")
_UP = (
    "+",
    "up",
    "increase",
    "increasing",
    "positive",
    "ascending",
    "higher",
    "1",
    "1.0",
    "true",
    "pos",
    "higher is better",
    "naik",
)
_DOWN = (
    "-",
    "down",
    "decrease",
    "decreasing",
    "negative",
    "descending",
    "lower",
    "-1",
    "-1.0",
    "false",
    "neg",
    "lower is better",
    "turun",
)
_KEEP = ("keep", "maintain", "stable", "0", "0.0", "=", "none", "tetap")


def direction_of(found: object) -> str:
    """up, down or keep. Raises BadInput for anything else."""
    word = str(found).strip().casefold()
    for direction, words in (("up", _UP), ("down", _DOWN), ("keep", _KEEP)):
        if word in words:
            return direction
    raise BadInput(f"direction {found!r} is not known")


def number(value: object, name: str = "value") -> float | None:
    """A number as float; None stays None. Raises BadInput for a text that is none."""
    if value is None:
        return None
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        text = value.strip().rstrip("%")
        try:
            if "/" in text:
                over, under = text.split("/")
                return float(over) / float(under)
            return float(text)
        except (ValueError, ZeroDivisionError):
            pass
    raise BadInput(f"`{name}` must be a number, got {value!r}")
