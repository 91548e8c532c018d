"""Short addresses: a number for a view of the dashboard, to be typed on a phone in the room. Append-only.

Only what stands behind the host name is kept (`meeting?slide=3&lang=id`): the number leads to a screen of this
dashboard, never anywhere else.
"""

import re

from data.store import Store, run

_LONGEST = 2000
_OURS = re.compile(r"[a-z]*(\?[^\s#]*)?", re.ASCII)


def short_number(store: Store, address: str) -> int:
    """The number of an address, the same one each time it is asked for.

    Raises ValueError for what is no screen of this dashboard with its choices.
    """
    if len(address) > _LONGEST or not _OURS.fullmatch(address):
        raise ValueError(f"Must be a screen and its choices, like `meeting?slide=3`, got {address[:80]!r}.")
    with store.writing() as cursor:  # so that nobody gives it another number at the same time
        known = run(cursor, "select number from short_addresses where address = $address", {"address": address})
        return int((known or run(cursor, """
            insert into short_addresses
            select coalesce(max(number), 0) + 1, $address from short_addresses
            returning number""", {"address": address}))[0][0])  # fmt: skip


def long_address(store: Store, number: str) -> str | None:
    """The address behind a number as somebody typed it; None where there is none."""
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    with store.cursor() as cursor:
        found = run(cursor, "select address from short_addresses where number = $number", {"number": int(number)})
    return found[0][0] if found else None
