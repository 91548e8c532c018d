"""Numbers that belong to nobody: money, dates, times, codes of places."""

import re

_MONTH = (
    r"(?:jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|mrt|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|ag(?:ustus|ust|st|us|u|s|t)|aug(?:ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)"
)
MONTH = _MONTH
_NOT_BEFORE, _NOT_AFTER = r"(?<!\d)(?<!\d[.,/-])", r"(?![.,/-]?\d)"
_MONTH_OF_YEAR = r"(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_ORDINARY = re.compile(
    "|".join((
        r"(?:\brp|\bidr|\busd|us\$|\$|\beur|€)\.?\s*\d+(?:[.,]\d+)*(?:,-)?" + r"(?![-/]?\d)",
        _NOT_BEFORE + r"[1-9]\d{0,11}(?:[.,]\d+)*\s*(?:rupiah|ribu|juta|jt|miliar|milyar|triliun|persen|rb|%)",
        _NOT_BEFORE + r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d" + _NOT_AFTER,
        _NOT_BEFORE + r"(?:19|20)\d\d[/.\-]\d{1,2}[/.\-]\d{1,2}" + _NOT_AFTER,
        _NOT_BEFORE + rf"\d{{1,2}}\s+{_MONTH}\.?\s+(?:19|20)\d\d" + _NOT_AFTER,
        _NOT_BEFORE + rf"{_CLOCK}\s*(?:-|–|—|s\.?\s?d\.?|s/d|sampai|hingga|to|until)\s*{_CLOCK}" + _NOT_AFTER,
        _NOT_BEFORE + rf"{_CLOCK}(?:\s*(?:[,/&;–-]|dan|and|\s)\s*(?:dan\s+)?{_CLOCK})+" + _NOT_AFTER,
        _NOT_BEFORE + rf"{_MONTH_OF_YEAR}\s*(?:-|–|s\.?d\.?|s/d|sampai|hingga|to|dan)\s*{_MONTH_OF_YEAR}",
        rf"(?:jam|pukul|pkl\.?|\bat)\s*{_CLOCK}" + _NOT_AFTER,
        _NOT_BEFORE + rf"{_CLOCK}\s*(?:wib|wita|wit|a\.?m|p\.?m|pagi|siang|sore|malam)\b",
        r"(?<![\d.,])-?\d[.,]\d{2,4}(?:\s*[,;]?\s+-?\d[.,]\d{2,4})+" + _NOT_AFTER,
        _NOT_BEFORE + r"[1-9]\d\.\d\d(?:\.\d\d(?:\.\d{4})?)?" + _NOT_AFTER,
        _NOT_BEFORE + r"[1-9]\d{0,2}(?:[.,]\d{3})+(?:\s*[+=×*x]\s*[1-9]\d{0,2}(?:[.,]\d{3})+)+" + _NOT_AFTER,
        _NOT_BEFORE + r"\d{1,3}(?:\s+[+=×x*]\s+\d{1,5})+" + _NOT_AFTER,
        r"(?<!\d [-–—] )" + _NOT_BEFORE
        + r"(?:19|20)\d\d\s*(?:-|–|—|/|s\.?d\.?|s/d|sampai|hingga|,|dan|and|to)\s*(?:19|20)\d\d" + _NOT_AFTER,
    )),
    re.IGNORECASE,
)  # fmt: skip


_REACH = 24  # signs around a number in which the rest of a date or a price may stand


def ordinary_spans(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where money, dates, hours and codes of places stand in this part of a text and right beside it."""
    return [match.span() for match in _ORDINARY.finditer(low, max(0, start - _REACH), end + _REACH)]
