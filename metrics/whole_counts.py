"""What is expected by now of whole things is written as a whole number: nobody expects 1,165.3 people.

Only what is shown is rounded; every verdict stands on the figure as it was computed.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from definitions.units import is_counted


def expected_shown(row: dict[str, Any]) -> float | None:
    """`expected` as it is written: whole where the unit counts whole things and no figure of the row is a part of one.

    A mean per group ("12.5 people") keeps its decimals, and so does what would be written as zero.
    """
    expected = row["expected"]
    given = [row.get(name) for name in ("start_value", "target", "target_low", "target_high", "judged_actual")]
    if expected is None or not is_counted(row["unit"]) or any(each is not None and each % 1 for each in given):
        return expected
    whole = int(Decimal(str(expected)).quantize(Decimal(1), ROUND_HALF_UP))
    return whole if whole or not expected else expected
