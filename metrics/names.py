"""What things are called: choices for a filter, names for codes, the definition of an indicator."""

import pandas as pd

from data.store import Store
from definitions.plain_columns import plain_column
from definitions.units import is_percent, unit_in
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics.engine import ask

KINDS = ("programme", "indicator", "partner", "place")


def choices(store: Store, language: str) -> dict[str, dict[str, str]]:
    """Names by code, for each of programme, partner and place; places without targets or results are left out."""
    return _by_kind(ask(store, "choices"), language)


def names(store: Store, language: str) -> dict[str, dict[str, str]]:
    """Names by code, for each of programme, indicator, partner and place."""
    return _by_kind(ask(store, "names"), language)


def named(frame: pd.DataFrame, known: dict[str, dict[str, str]], language: str) -> pd.DataFrame:
    """The frame with `name`, `partner_name` and `place_name` as in `known` (see `names`), its units in the language.

    A code without a name keeps its code; where there is no code there is no name.
    """
    columns = {"name": "indicator", "partner_name": "partner", "place_name": "place"}
    found = {
        column: frame[key].map(lambda code, key=key: known.get(key, {}).get(code, code), na_action="ignore")
        for column, key in columns.items()
        if key in frame.columns
    }
    if {"unit", "scale"} <= set(frame.columns):
        frame = _in_points(frame)
    if "unit" in frame.columns:
        found["unit"] = frame["unit"].map(lambda unit: unit_in(unit, language), na_action="ignore")
    return frame.assign(**found)


_FIGURES = (
    "baseline", "target", "actual", "expected", "start_value", "target_low", "target_high", "judged_actual", "aim",
)  # fmt: skip


def _in_points(frame: pd.DataFrame) -> pd.DataFrame:
    """Shares that are stored as fractions (scale 1, unit %) as a reader expects them: 0.82 is 82 %."""
    fractions = (frame["scale"] == 1) & frame["unit"].map(is_percent, na_action="ignore").fillna(False).astype(bool)
    if not fractions.any():
        return frame
    return frame.assign(**{
        name: frame[name].where(~fractions, frame[name] * 100) for name in _FIGURES if name in frame.columns
    })  # fmt: skip


def definition(store: Store, indicator: str, language: str) -> dict[str, object] | None:
    """How an indicator is defined, None for a code that nobody defined. A missing part is None."""
    return _defined(ask(store, "definition", indicator=indicator), language).get(indicator)


def definitions(store: Store, language: str) -> dict[str, dict[str, object]]:
    """`definition` of every indicator, by code."""
    return _defined(ask(store, "definition", indicator=None), language)


def _defined(rows: pd.DataFrame, language: str) -> dict[str, dict[str, object]]:
    columns = [plain_column(rows[name]) for name in rows.columns]
    found = [dict(zip(rows.columns, values, strict=True)) for values in zip(*columns, strict=True)]
    return {each["code"]: each | {"unit": unit_in(each["unit"], language) if each["unit"] else None} for each in found}


def _by_kind(frame: pd.DataFrame, language: str) -> dict[str, dict[str, str]]:
    column = "name_en" if language == "en" else "name"
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}  # a forum may have no programme at all
    for kind, code, name in zip(frame["kind"], frame["code"], frame[column], strict=True):
        found.setdefault(kind, {})[code] = name
    return found


def sex_name(sex: str | None, t: Translate) -> str:
    """A sex in words, however it was written; "" where it is not said or not known."""
    known = vocabulary().answer("sex", sex) if sex else None
    return {"f": t("female"), "m": t("male")}.get(known.key if known else "", "")


def group_name(group: str | None, t: Translate) -> str | None:
    """A group in words: "age=0-23m;sex=f" is "perempuan, 0–23 bulan". What is not known is left as it was written."""
    if not group:
        return None
    parts = dict(part.partition("=")[::2] for part in group.split(";"))
    words = [sex_name(parts.pop("sex"), t)] if sex_name(parts.get("sex"), t) else []
    words += [_age(parts.pop("age"), t)] if "age" in parts else []
    return ", ".join(words + [f"{key}: {value}" if value else key for key, value in parts.items()])


def age_band(age: str | None, t: Translate) -> str:
    """An age group in words; an exact age becomes its band of ten years, so that it points at nobody."""
    if age and age.strip().isdigit():
        start = int(age) // 10 * 10
        return t("{low}–{high} years", low=start, high=start + 9)
    return t("{band} years", band=age.replace("-", "–")) if age and any(sign.isdigit() for sign in age) else age or ""


def _age(band: str, t: Translate) -> str:
    years = band.replace("-", "–")
    return t("{band} months", band=years[:-1]) if years.endswith("m") else t("{band} years", band=years)
