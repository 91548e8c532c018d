"""A figure for other programs: digits and a point, as it was meant."""

from decimal import Decimal

_SURE, _MEANT = 15, 12
"""Digits that a DOUBLE surely holds of a decimal; and up to how many somebody may have written."""


def exact(value: float) -> str:
    """The figure without an exponent: "12.5", "3", "0.0000012".

    What a decimal of few digits has become by adding in binary is that decimal again (2.5999999999999996 is 2.6); any
    other figure (61.68269619332417) keeps all digits that tell it from its neighbours.
    """
    if float(value).is_integer():
        return str(int(value))
    meant = Decimal(f"{value:.{_SURE}g}").normalize()
    return f"{meant if len(meant.as_tuple().digits) <= _MEANT else Decimal(repr(float(value))):f}"
