"""Telephone numbers: mobile, landline with its area code, foreign, and links that hold one."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan
from data.masking.spoken import Window

_MOBILE = re.compile(r"(?:(?:00|0)?62\s?0?|0)8[1-9]\d{6,10}$")
_BARE_MOBILE = re.compile(r"8[1-9]\d{8,10}$")
_LANDLINE = re.compile(r"0(?:21|22|24|31|61|[2-79]\d\d)\d{5,8}$")
_ABROAD = re.compile(r"(?:00)?62(?:21|22|24|31|61|[2-79]\d\d)\d{5,8}$")
_AREA = re.compile(r"(?:0|62)(?:21|22|24|31|61|[2-79]\d\d)$")
_LINK = re.compile(
    r"(?:https?\s*:\s*/\s*/\s*)?(?:www\.)?(?:whatsapp://send\?phone=\+?\d+|sms:\+?\d[\d-]+|(?:bit\.ly|s\.id|tinyurl\.com)/wa[\w-]*\d{6,}"
    r"|wa\s*[.,\s]\s*(?:me|link)\s*/\s*(?:c/|message/|qr/)?\+?[\w-]+"
    r"|(?:api|web|chat)\.whatsapp\.com/[^\s,;)\]]+|whatsapp\.com/(?:send|channel|catalog)[^\s,;)\]]*)(?:\?text=[^\s,;)\]]+)?"
)
_SAID_AFTER = re.compile(r"[\s,(]{1,3}(?:wa|w\.a|whatsapp|hp|telp|telepon|tlp)(?:nya|ku)?(?![a-z])")
_EXTENSION = re.compile(r"[\s,(]{1,2}(?:ext|ekst|ekstensi|extension|pesawat|pswt|psw)\b[\s.:]*\d{1,5}(?!\d)")
_SMALL = "  .-–‐‑−()/_·•*"


def find_links(scan: Scan) -> Iterator[Finding]:
    """`wa.me/62812…` and invitations to a chat group."""
    if any(word in scan.low for word in ("wa", "whatsapp", "sms:")):
        for match in _LINK.finditer(scan.low):
            yield scan.finding("telepon", match.start(), _without_point(scan.low, match.start(), match.end()))


def is_mobile(window: Window) -> bool:
    """True for 08…, 628…, +62 8… in any spelling."""
    return bool(_MOBILE.match(window.digits)) and not _has_lone_tail(window)


def is_phone(window: Window) -> bool:
    """True for a number that is a telephone number without anybody saying so."""
    digits, written = window.digits, window.written
    plus = window.scan.plain[max(0, window.start - 2) : window.start].rstrip().endswith("+")
    if is_mobile(window):
        return True
    if plus and 8 <= len(digits) <= 15 and not re.match(r"\d{1,3}(?:[.,]\d{3})+$", written):
        return True
    named = len(window.atoms) == 1 or _SAID_AFTER.match(window.scan.low, window.end)
    if named and _BARE_MOBILE.match(digits) and not digits.endswith("0000"):
        return True
    is_divided = written.count("/") == 1 and re.fullmatch(r"0\d{2,3}/[\d\s-]+", written) is not None
    if ("/" in written and not is_divided) or "," in written or _has_lone_tail(window):
        return False  # `0271/478265` is a landline, `B/021/1234567` the number of a letter
    if not (_LANDLINE.match(digits) or _ABROAD.match(digits)):
        return False
    first = window.atoms[0].digits
    return len(window.atoms) == 1 or window.atoms[0].is_word or bool(_AREA.match(first)) or first in ("0", "62", "0062")


def closing(window: Window) -> int:
    """Where the number ends, with its extension."""
    extension = _EXTENSION.match(window.scan.low, window.end)
    return extension.end() if extension else window.end


def opening(window: Window) -> int:
    """Where the number begins with its plus or its bracket."""
    start, text = window.start, window.scan.plain
    if "(" in text[max(0, start - 3) : start] and ")" in text[window.start : window.end]:
        start = text.rindex("(", 0, start)
    if "+" in text[max(0, start - 2) : start]:
        start = text.rindex("+", 0, start)
    if window.scan.low[max(0, start - 4) : start] == "tel:":
        start -= 4
    return start


def _has_lone_tail(window: Window) -> bool:
    """`0812 3456 7890 5 kali`: the last digit belongs to what follows."""
    *others, last = window.atoms
    if not re.match(r"\s+[a-z]", window.scan.low[window.end : window.end + 4]):
        return False
    apart = window.separators[-1:] and window.separators[-1].strip(" ,;") == ""
    is_lone = bool(apart) and len(others) > 1 and len(last.digits) == 1 and len(window.digits) > 10
    return is_lone and all(len(atom.digits) >= 3 for atom in others)


def _without_point(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ".,!?":
        end -= 1
    return end
