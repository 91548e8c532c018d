"""How a number, a share, an amount of money and a date are written, in the chosen language.

Signs and words come from Babel (CLDR): 1.234,5 in Indonesian, 1,234.5 in English. Halves round up, as in Excel.
A number is never rounded into another meaning: what is not zero is never "0", what is not the whole is never "100%".
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from charts.missing import NOT_REPORTED, is_missing
from charts.periods import month_name, period_label
from definitions.units import is_counted, is_percent
from locales import Translate

__all__ = [
    "date", "estimate", "money", "month_name", "number", "percent", "period_label", "signed_change", "value_with_unit",
]  # fmt: skip

MINUS = "\N{MINUS SIGN}"
SCALES = (
    (Decimal(10) ** 12, {"id": "triliun", "en": "trillion"}),
    (Decimal(10) ** 9, {"id": "miliar", "en": "billion"}),
    (Decimal(10) ** 6, {"id": "juta", "en": "million"}),
)


def number(value: object, t: Translate, unit: str | None = None, decimals: int | None = None) -> str:
    """1234.5 as "1.234,5" (id) or "1,234.5" (en); with `unit`: "60 orang", "80%". A missing value is "—".

    Without `decimals`: up to two, fewer for large figures, and more where a small figure would turn into 0
    or 99.99% into 100%.
    """
    if is_missing(value):
        return NOT_REPORTED
    exact = Decimal(str(value))
    if decimals is None:
        decimals = usual_decimals(exact, of_hundred=is_percent(unit))
    text = written(exact, decimals, t) if exact.is_finite() else str(exact)
    return with_unit(text, unit)


def estimate(
    value: object, t: Translate, unit: str | None = None, signed: bool = False, beside: str | None = None
) -> str:
    """A figure that was worked out, not counted: whole from 100 on, so that it does not look surer than it is, and
    from 10 on where the unit (or the one that stands `beside` it) counts whole things."""
    from_here = 10 if is_counted(unit or beside) else 100
    decimals = 0 if not is_missing(value) and abs(Decimal(str(value))) >= from_here else None
    return (signed_change if signed else number)(value, t, unit, decimals)


def value_with_unit(value: object, unit: str | None, t: Translate, decimals: int | None = None) -> str:
    """A value in its unit: "60 orang", "80%" (the sign directly after the figure)."""
    return number(value, t, unit, decimals)


def percent(fraction: object, t: Translate, decimals: int | None = None) -> str:
    """0.5 as "50%". Whole per cents, unless that would say 0% or 100% of something that is not: 0.996 is "99,6%"."""
    if is_missing(fraction):
        return NOT_REPORTED
    exact = Decimal(str(fraction)) * 100
    if decimals is None:
        decimals = next((d for d in range(4) if is_honest(exact, d)), 4)
    return written(exact, decimals, t) + "%"


def signed_change(value: object, t: Translate, unit: str | None = None, decimals: int | None = None) -> str:
    """A difference with its sign: "+12", "−3,5", and "0" for no change."""
    text = number(value, t, unit, decimals)
    return "+" + text if not is_missing(value) and Decimal(str(value)) > 0 else text


def money(value: object, currency: str | None, t: Translate) -> str:
    """Money in words: "Rp1,2 miliar", "IDR 1.2 billion"; in full below a million: "Rp250.000"."""
    if is_missing(value):
        return NOT_REPORTED
    exact = Decimal(str(value))
    amount = abs(exact)
    text = number(amount, t, decimals=0 if amount == amount.to_integral_value() else 2)
    for scale, words in SCALES:
        if rounded(amount / scale, 1) >= 1 or rounded(amount / (scale / 1000), 1) >= 1000:
            text = f"{written(amount / scale, 1, t)} {words[t.language]}"
            break
    return (MINUS if exact < 0 else "") + currency_sign(currency, t) + text


def date(value: object, t: Translate) -> str:
    """A day as "14 Juli 2025" or "14 July 2025"; from a date, a timestamp or ISO text."""
    if is_missing(value):
        return NOT_REPORTED
    day = dt.date.fromisoformat(value[:10]) if isinstance(value, str) else value
    day = day.date() if isinstance(day, dt.datetime) else day
    return format_date(day, "d MMMM y", locale=t.language)


def with_unit(text: str, unit: str | None) -> str:
    """Figure and unit: a per cent sign directly, a word after a space."""
    if is_missing(unit) or not unit:
        return text
    return text + "%" if is_percent(unit) else f"{text} {unit}"


def currency_sign(currency: str | None, t: Translate) -> str:
    """ "Rp" straight before an Indonesian figure, else the code and a space."""
    if is_missing(currency) or not currency:
        return ""
    return "Rp" if (currency, t.language) == ("IDR", "id") else f"{currency} "


def usual_decimals(exact: Decimal, of_hundred: bool = False) -> int:
    """Decimals worth showing: none from 10,000 on, one from 100 on, two below, and enough to show a first digit."""
    size = abs(exact)
    if 0 < size < Decimal("0.01"):
        return -size.adjusted()
    if of_hundred:
        return next((d for d in (1, 2, 3) if is_honest(exact, d)), 4)
    return 2 if size < 100 else 1 if size < 10_000 else 0


def is_honest(exact: Decimal, decimals: int) -> bool:
    """Whether rounding leaves 0 and 100 to what is 0 and 100."""
    shown = rounded(exact, decimals)
    return shown == exact or shown not in (0, 100)


def rounded(exact: Decimal, decimals: int) -> Decimal:
    """`exact` to so many decimals, halves away from zero."""
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def written(exact: Decimal, decimals: int, t: Translate) -> str:
    """Digits with the language's signs, without trailing zeros and without a minus before 0."""
    shown = rounded(exact, decimals)
    text = _digits(abs(shown), max(decimals, 1), t.language)
    return MINUS + text if shown < 0 else text


@lru_cache(maxsize=20_000)
def _digits(shown: Decimal, decimals: int, language: str) -> str:
    """What Babel writes; a report writes the same figures in every form."""
    return format_decimal(shown, "#,##0." + "#" * decimals, locale=language, decimal_quantization=False)
