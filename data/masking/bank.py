"""Accounts and cards of a bank in groups that look like money: what stands before them tells."""

import re
from functools import lru_cache

from data.masking.spoken import Window
from definitions.personal import personal_words

_RIGHT_BEFORE = re.compile(
    r"(?:rek(?:ening)?|norek|tabungan|bri|bca|bni|mandiri|bsi|btn|bjb|bpd|niaga|permata|danamon)\s*[.:=]?\s*$"
)
_HOLDS = re.compile(r"saldo|\bisi|berisi|\bdana\b|anggaran|jumlah|sebesar|senilai|total|balance")
_DAY = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d")
_CARD_GROUPS = {(8, 8), (6, 6, 4), (6, 10), (4, 12), (12, 4), (4, 4, 8), (8, 4, 4)}
"""How people cut the 16 digits of a card, beside fours."""


def is_account_in_thousands(window: Window) -> bool:
    """`rekening Seabank kulo 984.345.185.442`, but `saldo rekening kelompok 1.234.567.890`: that is money."""
    before = window.scan.low[max(0, window.start - 90) : window.start]
    if _RIGHT_BEFORE.search(before):
        return True
    return len(window.atoms[0].digits) == 3 and bool(_account().search(before)) and not _HOLDS.search(before[-60:])


@lru_cache(maxsize=1)
def _account() -> re.Pattern[str]:
    """`rekening Seabank kulo`, `VA Bank Jago no.`: right before a number only the account, the bank and the owner."""
    banks = "|".join(re.escape(bank) for bank in sorted(personal_words().banks, key=len, reverse=True))
    owners = r"saya|sy|aku|kami|kulo|kula|abdi|kuring|ibu|bapak|istri|suami|anak|kelompok|my|nya"
    return re.compile(
        rf"(?<![a-z])(?:rek(?:ening)?(?:nya|ku)?|norek|tabungan|va|virtual account|account|bank(?:\s+[a-z]+)?|{banks})"
        rf"(?:[\s.:=,]+(?:bank(?:\s+[a-z]+)?|{banks}|{owners}|no|nomor|nomer|number|is|adalah))*\s*[.:=]?\s*$"
    )


def is_cut_as_card(window: Window) -> bool:
    """`8808.1000.7569.43`: equal groups of four and more, one sign between, as on a card."""
    *groups, last = [len(atom.digits) for atom in window.atoms]
    signs = {sign.strip() or " " for sign in window.separators}
    is_card = (*groups, last) in _CARD_GROUPS and not any(_DAY.fullmatch(atom.digits) for atom in window.atoms)
    is_cut = (set(groups) == {4} and last <= 4) or is_card
    return len(signs) == 1 and signs <= {" ", ".", "_", "/"} and is_cut
