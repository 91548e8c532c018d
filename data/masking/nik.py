"""The build of a NIK: six digits of the place, DDMMYY with 40 added to the day of women, four in order."""

_PROVINCES = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)


def is_nik(digits: str) -> bool:
    """True for 16 digits with a province that exists and a day that exists.

    Source of the build: Ministry of Home Affairs, Permendagri on the population number; codes of provinces Kemendagri.
    """
    if len(digits) != 16 or int(digits[:2]) not in _PROVINCES:
        return False
    day, month = int(digits[6:8]) % 40, int(digits[8:10])
    return 1 <= int(digits[6:8]) <= 71 and 1 <= day <= 31 and 1 <= month <= 12
