"""The rules of an indicator and the bands of a scheme, in words."""

from definitions.schemes import Scheme
from locales import Translate
from metrics.wording import Row, Write


def direction(row: Row, t: Translate) -> str:
    """Which way is good."""
    words = {"up": t("more is better"), "down": t("less is better"), "keep": t("to be kept")}
    return words.get(row["direction"] or "", t("not stated"))


def over_time(row: Row, t: Translate) -> str:
    """How several periods become one figure."""
    words = {
        "sum": t("periods are added up"), "last": t("the latest report counts"), "mean": t("the mean of the periods"),
        "max": t("the largest of the periods"), "none": t("periods are not joined"),
    }  # fmt: skip
    return words.get(row["over_time"] or "", t("not stated"))


def over_units(row: Row, t: Translate) -> str:
    """How several partners and places become one figure."""
    words = {
        "sum": t("partners and places are added up"), "mean": t("the mean of partners and places"),
        "max": t("the largest of partners and places"),
        "ratio": t("numerators and denominators are added up, then divided"),
        "none": t("partners and places are not joined"),
    }  # fmt: skip
    return words.get(row["over_units"] or "", t("not stated"))


def level(row: Row, t: Translate) -> str:
    """Where in the results chain the indicator stands."""
    words = {
        "impact": t("Impact"), "outcome": t("Outcome"), "output": t("Output"),
        "activity": t("Activity"), "input": t("Input"),
    }  # fmt: skip
    return words.get(row["level"] or "", t("not stated"))


def scheme_words(bands: Scheme, t: Translate, share: Write) -> str:
    """Every band of a scheme with its lower bound, its name and its source, in one line."""
    parts = [t("Met: the target is reached")] if bands.met_first else []
    for band in bands.bands:
        words = {"band": band.label[t.language], "share": "" if band.from_ is None else share(band.from_, None)}
        if band.from_ is None:
            parts.append(t("{band}: below", **words))
        else:
            parts.append(t("{band}: from {share}", **words) if band.included else t("{band}: above {share}", **words))
    return t("{bands}. Scheme {scheme}, source: {source}", bands="; ".join(parts), scheme=bands.name[t.language],
             source=bands.source)  # fmt: skip


def period_word(kind: str | None, t: Translate) -> str:
    """What a change is "per": month, quarter, half-year, year."""
    words = {"month": t("month"), "quarter": t("quarter"), "half": t("half-year"), "year": t("year")}
    return words.get(kind or "", t("period"))
