"""Results for international aid data: IATI 2.03 activities, one a programme, with results, indicators and periods.

Source: IATI Standard 2.03, activity standard. Only what the forum or the partner itself reported is in it; a quality
that is no figure (done or not, a rubric) has a comment and no value, as the standard asks of measure 5.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pandas as pd
from lxml import etree

from charts.missing import is_missing, missing_text, records
from charts.numbers import number
from definitions.units import is_percent
from metrics.small_groups import SUPPRESSED
from reports.content import Content
from reports.exact import exact
from reports.parts import Parts, parts_of

Row = dict[str, Any]
_WRITTEN = "id"
"""The language of names and definitions in the workbook; an English name has a column of its own."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Code lists of the standard: OrganisationType, OrganisationRole, ActivityStatus, ActivityDateType, ResultType,
# IndicatorMeasure.
_ORGANISATIONS = {
    "government": "10", "ngo": "22", "company": "70", "community": "24", "education": "80", "health": "15",
    "funder": "60",
}  # fmt: skip
_OTHER_ORGANISATION = "90"
_FUNDING, _ACCOUNTABLE, _IMPLEMENTING = "1", "2", "4"
_COMING, _UNDER_WAY, _CLOSED = "1", "2", "4"
_PLANNED_START, _ACTUAL_START, _PLANNED_END = "1", "2", "3"
_LEVELS = {"output": "1", "outcome": "2", "impact": "3"}
_OTHER_LEVEL = "9"
_UNIT, _PERCENT, _QUALITY = "1", "2", "5"
_QUALITIES = ("yes_no", "rubric")
_NAMED = {"age": "age", "sex": "sex"}


def write(content: Content, path: Path) -> None:
    """Write the file. The organisation that reports is the partner asked for, else the forum.

    Its identifier comes from DAMPAK_IATI_ORG (registered ones look like ID-KDN-1234); without one the file says
    "unregistered" in its place, to be replaced before publishing.
    """
    path.write_bytes(etree.tostring(activities(content), encoding="utf-8", xml_declaration=True,
                                    pretty_print=True))  # fmt: skip


def activities(content: Content) -> etree._Element:
    """The whole file as a tree."""
    root = etree.Element("iati-activities", version="2.03", attrib={
        "generated-datetime": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")})  # fmt: skip
    root.append(etree.Comment(f" {_plain(content.stamp)} {_plain(content.sample_mark)} ".replace("--", "- ")))
    parts = parts_of(content)
    programmes = {row["code"]: row for row in records(content.answers.programmes)}
    people = {row["partner"]: row for row in records(content.answers.partners)}
    acting = _acting(content)
    for code in dict.fromkeys(row["programme"] for row in content.rows):
        rows = [row for row in content.rows if row["programme"] == code]
        programme = programmes.get(code) or {"code": code or "FORUM", "name": code or content.title}
        root.append(_Activity(content, people, parts).tree(programme, rows, acting.get(code, [])))
    return root


def _acting(content: Content) -> dict[str | None, list[str]]:
    """By programme, the partners that reported on it."""
    found = content.answers.by_partner
    found = found[found["reports"].fillna(0) > 0]
    return {code: sorted(own["partner"].unique()) for code, own in found.groupby("programme", dropna=False)}


class _Activity:
    """Builds the tree of one programme, in the order that the standard's schema asks for."""

    def __init__(self, content: Content, people: Mapping[str, Row], parts: Parts) -> None:
        self.content, self.people, self.parts, self.t = content, people, parts, content.t
        self.reference = os.environ.get("DAMPAK_IATI_ORG", "unregistered")

    def tree(self, programme: Row, rows: list[Row], acting: list[str]) -> etree._Element:
        asked = self.content.asked
        self.node = etree.Element("iati-activity", attrib={
            _LANGUAGE: asked.language, "default-currency": str(programme.get("currency") or "IDR"),
            "last-updated-datetime": datetime.combine(asked.as_of, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        })  # fmt: skip
        _add(self.node, "iati-identifier", text=f"{self.reference}-{programme['code']}")
        self._reporting()
        is_named = programme["code"] != "FORUM" or "start" in programme
        self._told(_add(self.node, "title"), programme["name"], _WRITTEN if is_named else asked.language,
                   programme.get("name_en"))  # fmt: skip
        self._told(_add(self.node, "description", type="1"), programme.get("mission") or programme["name"],
                   _WRITTEN if is_named else asked.language)  # fmt: skip
        self._participating(programme["code"], acting)
        start, end = _days(programme, rows, asked.as_of)
        status = _COMING if start > asked.as_of else _CLOSED if end and end < asked.as_of else _UNDER_WAY
        _add(self.node, "activity-status", code=status)
        _add(self.node, "activity-date", type=_PLANNED_START, **{"iso-date": start.isoformat()})
        if start <= asked.as_of:
            _add(self.node, "activity-date", type=_ACTUAL_START, **{"iso-date": start.isoformat()})
        if end:
            _add(self.node, "activity-date", type=_PLANNED_END, **{"iso-date": end.isoformat()})
        _add(self.node, "recipient-country", code="ID", percentage="100")
        self._locations(rows)
        for level in dict.fromkeys(row["level"] for row in rows):
            self._result(level, [row for row in rows if row["level"] == level])
        return self.node

    def _reporting(self) -> None:
        partner = self.people.get(self.content.asked.partner or "")
        kind = _ORGANISATIONS.get(partner["kind"], _OTHER_ORGANISATION) if partner else _OTHER_ORGANISATION
        node = _add(self.node, "reporting-org", ref=self.reference, type=kind)
        if partner:
            self._told(node, partner["partner_name"], _WRITTEN)
        else:
            self._told(node, self.t("Partnership forum"))

    def _participating(self, programme: str, acting: list[str]) -> None:
        money = {row["partner"] for each in self.content.money for row in each.given
                 if row["programme"] == programme and row["delivered"]}  # fmt: skip
        roles = [(code, _IMPLEMENTING) for code in acting] + [(code, _FUNDING) for code in sorted(money)]
        for code, role in roles:
            partner = self.people.get(code, {"kind": None, "partner_name": code})
            kind = _ORGANISATIONS.get(partner["kind"], _OTHER_ORGANISATION)
            self._told(_add(self.node, "participating-org", role=role, type=kind), partner["partner_name"], _WRITTEN)
        if not roles:
            self._told(_add(self.node, "participating-org", role=_ACCOUNTABLE), self.t("Partnership forum"))

    def _locations(self, rows: list[Row]) -> None:
        codes = {row["indicator"] for row in rows}
        places = {row["place"]: row["place_name"] for (code, _), parts in self.parts.items() if code in codes
                  for row in parts if row["place"]}  # fmt: skip
        for place, name in sorted(places.items()):
            node = _add(self.node, "location", ref=_place(place))
            self._told(_add(node, "name"), name or place, _WRITTEN)
            if place[:2].isdigit():
                self._told(_add(node, "description"), f"Kemendagri {place}", _WRITTEN)

    def _result(self, level: str | None, rows: list[Row]) -> None:
        result = _add(self.node, "result", type=_LEVELS.get(level or "", _OTHER_LEVEL))
        words = {"output": self.t("Outputs"), "outcome": self.t("Outcomes"), "impact": self.t("Impact")}
        self._told(_add(result, "title"), words.get(level or "", self.t("Other results")))
        for row in rows:
            self._indicator(result, row)

    def _indicator(self, result: etree._Element, row: Row) -> None:
        is_quality = row["measure"] in _QUALITIES
        measure = _QUALITY if is_quality else _PERCENT if is_percent(row["unit"]) else _UNIT
        node = _add(result, "indicator", measure=measure)
        if row["direction"] in ("up", "down"):
            node.set("ascending", "true" if row["direction"] == "up" else "false")
        node.set("aggregation-status", "true" if row["over_units"] == "sum" else "false")
        language = self._named_in(row)
        self._told(_add(node, "title"), row["name"], language, row["name_en"])
        definition = (self.content.definitions.get(row["indicator"]) or {}).get("definition")
        unit = "" if is_quality or not row["unit"] else self.t("Unit: {unit}", unit=row["unit"])
        about = _add(node, "description")
        if definition and self.content.asked.language == _WRITTEN:
            definition, unit = " ".join(filter(None, (definition, unit))), ""
        if unit:
            self._told(about, unit)
        if definition or not unit:
            self._told(about, definition or row["name"], _WRITTEN if definition else language)
        self._baseline(node, row, is_quality)
        for each in self._periods(row):
            self._period(node, each, is_quality)

    def _baseline(self, node: etree._Element, row: Row, is_quality: bool) -> None:
        if row["baseline"] is None:
            return
        day = row["baseline_date"] or row["line_start"]
        stated = {"iso-date": day.isoformat()} if row["baseline_date"] else {}
        first = next(iter(self._periods(row)), None)
        year = day.year if day else first["period_start"].year if first else self.content.asked.as_of.year
        baseline = _add(node, "baseline", year=str(year), **stated)
        self._value(baseline, row["baseline"], row, is_quality)
        if not row["baseline_date"]:
            self._comment(baseline, self.t("The day of the baseline was not stated."))

    def _periods(self, row: Row) -> list[Row]:
        """Every period with a target or a figure, or whose figure is hidden; the final target as one from the baseline
        to its day."""
        found = [each for each in self.content.periods.get(row["indicator"], ())
                 if each["period_start"] and (each["target"] is not None or each["actual"] is not None
                                              or each["reason"] == SUPPRESSED)]  # fmt: skip
        if row["target_date"] and row["target"] is not None and row["is_final_row"]:
            start = row["line_start"] or min((each["period_start"] for each in found), default=None)
            if start and start <= row["target_date"]:
                found.append(row | {"period": None, "period_start": start, "period_end": row["target_date"]})
        return found

    def _period(self, node: etree._Element, row: Row, is_quality: bool) -> None:
        period = _add(node, "period")
        _add(period, "period-start", **{"iso-date": row["period_start"].isoformat()})
        _add(period, "period-end", **{"iso-date": row["period_end"].isoformat()})
        if row["target"] is not None:
            self._value(_add(period, "target"), row["target"], row, is_quality)
        if row["period"] is None:
            return
        actual = _add(period, "actual")
        if row["actual"] is None:
            self._comment(actual, missing_text(row["reason"], self.t))
            return
        self._value(actual, row["actual"], row, is_quality)
        for part in self.parts.get((row["indicator"], row["period"]), ()):
            self._part(period, part, is_quality)

    def _part(self, period: etree._Element, part: Row, is_quality: bool) -> None:
        actual = _add(period, "actual")
        if part["place"]:
            _add(actual, "location", ref=_place(part["place"]))
        for piece in (part["group"] or "").split(";"):
            name, _, value = piece.partition("=")
            if name:
                _add(actual, "dimension", name=_NAMED.get(name, name), value=value or name)
        self._value(actual, part["actual"], part, is_quality)

    def _told(self, parent: etree._Element, text: object, language: str | None = None, english: object = None) -> None:
        """A narrative, marked where it is not in the language of the activity; the English one beside it, if another.

        `language`: that of the text; None is the report's own. What people name is Indonesian (_WRITTEN).
        """
        own = self.content.asked.language
        told = {language or own: text} | ({"en": english} if english else {})
        for each in sorted(told, key=lambda each: each != own):
            _add(parent, "narrative", text=str(told[each]), **({} if each == own else {_LANGUAGE: each}))

    def _named_in(self, row: Row) -> str:
        """The language of an indicator's name: English where the report is and it has an English one."""
        return "en" if self.content.asked.language == "en" and row["name_en"] else _WRITTEN

    def _comment(self, node: etree._Element, text: str) -> None:
        self._told(_add(node, "comment"), text)

    def _value(self, node: etree._Element, value: float, row: Row, is_quality: bool) -> None:
        """As an attribute; of a quality in words."""
        if is_quality:
            self._comment(node, number(value, self.t, row["unit"]))
        else:
            node.set("value", exact(value))


def _days(programme: Row, rows: Iterable[Row], as_of: date) -> tuple[date, date | None]:
    """First and last day: as the programme says, else as its indicators do."""
    starts = [row["line_start"] for row in rows if row["line_start"]]
    return _day(programme.get("start")) or min(starts, default=as_of), _day(programme.get("end"))


def _day(value: object) -> date | None:
    if is_missing(value):
        return None
    return value.date() if isinstance(value, (datetime, pd.Timestamp)) else value  # type: ignore[return-value]


def _place(code: str) -> str:
    return f"ID-{code}".replace(" ", "-")


def _add(parent: etree._Element, tag: str, *, text: str | None = None, **attributes: str) -> etree._Element:
    node = etree.SubElement(parent, tag, attrib=attributes)
    node.text = None if text is None else _plain(text)
    return node


def _plain(text: str) -> str:
    """Without the signs that no XML file may hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ").replace("\ufffe", "").replace("\uffff", "")
