"""Results for international aid data: IATI 2.03 activities, one a programme, with results, indicators and periods.

Source: IATI Standard 2.03, activity standard. Only what the forum or the partner itself reported is in it; a quality
that is no figure (done or not, a rubric) has a comment and no value, as the standard asks of measure 5.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

import pandas as pd
from lxml import etree

from charts.missing import is_missing, records
from reports.content import Content
from reports.iati_nodes import LANGUAGE, WRITTEN, Row, Words, add, place_code, plain
from reports.iati_results import Results
from reports.parts import Parts, parts_of

# Code lists of the standard: OrganisationType, OrganisationRole, ActivityStatus, ActivityDateType.
_ORGANISATIONS = {
    "government": "10", "ngo": "22", "company": "70", "community": "24", "education": "80", "health": "15",
    "funder": "60",
}  # fmt: skip
_OTHER_ORGANISATION = "90"
_FUNDING, _ACCOUNTABLE, _IMPLEMENTING = "1", "2", "4"
_COMING, _UNDER_WAY, _CLOSED = "1", "2", "4"
_PLANNED_START, _ACTUAL_START, _PLANNED_END = "1", "2", "3"


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
    root.append(etree.Comment(f" {plain(content.stamp)} {plain(content.sample_mark)} ".replace("--", "- ")))
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
        self.words = Words(content.asked.language, content.t)
        self.results = Results(content, parts, self.words)
        self.reference = os.environ.get("DAMPAK_IATI_ORG", "unregistered")

    def tree(self, programme: Row, rows: list[Row], acting: list[str]) -> etree._Element:
        """The activity; `acting` are the codes of the partners that reported on it."""
        asked = self.content.asked
        self.node = etree.Element("iati-activity", attrib={
            LANGUAGE: asked.language, "default-currency": str(programme.get("currency") or "IDR"),
            "last-updated-datetime": datetime.combine(asked.as_of, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        })  # fmt: skip
        add(self.node, "iati-identifier", text=f"{self.reference}-{programme['code']}")
        self._reporting()
        is_named = programme["code"] != "FORUM" or "start" in programme
        self.words.told(add(self.node, "title"), programme["name"], WRITTEN if is_named else asked.language,
                   programme.get("name_en"))  # fmt: skip
        self.words.told(add(self.node, "description", type="1"), programme.get("mission") or programme["name"],
                   WRITTEN if is_named else asked.language)  # fmt: skip
        self._participating(programme["code"], acting)
        start, end = _days(programme, rows, asked.as_of)
        status = _COMING if start > asked.as_of else _CLOSED if end and end < asked.as_of else _UNDER_WAY
        add(self.node, "activity-status", code=status)
        add(self.node, "activity-date", type=_PLANNED_START, **{"iso-date": start.isoformat()})
        if start <= asked.as_of:
            add(self.node, "activity-date", type=_ACTUAL_START, **{"iso-date": start.isoformat()})
        if end:
            add(self.node, "activity-date", type=_PLANNED_END, **{"iso-date": end.isoformat()})
        add(self.node, "recipient-country", code="ID", percentage="100")
        self._locations(rows)
        for level in dict.fromkeys(row["level"] for row in rows):
            self.results.put(self.node, level, [row for row in rows if row["level"] == level])
        return self.node

    def _reporting(self) -> None:
        partner = self.people.get(self.content.asked.partner or "")
        kind = _ORGANISATIONS.get(partner["kind"], _OTHER_ORGANISATION) if partner else _OTHER_ORGANISATION
        node = add(self.node, "reporting-org", ref=self.reference, type=kind)
        if partner:
            self.words.told(node, partner["partner_name"], WRITTEN)
        else:
            self.words.told(node, self.t("Partnership forum"))

    def _participating(self, programme: str, acting: list[str]) -> None:
        money = {row["partner"] for each in self.content.money for row in each.given
                 if row["programme"] == programme and row["delivered"]}  # fmt: skip
        roles = [(code, _IMPLEMENTING) for code in acting] + [(code, _FUNDING) for code in sorted(money)]
        for code, role in roles:
            partner = self.people.get(code, {"kind": None, "partner_name": code})
            kind = _ORGANISATIONS.get(partner["kind"], _OTHER_ORGANISATION)
            self.words.told(add(self.node, "participating-org", role=role, type=kind), partner["partner_name"], WRITTEN)
        if not roles:
            self.words.told(add(self.node, "participating-org", role=_ACCOUNTABLE), self.t("Partnership forum"))

    def _locations(self, rows: list[Row]) -> None:
        codes = {row["indicator"] for row in rows}
        places = {row["place"]: row["place_name"] for (code, _), parts in self.parts.items() if code in codes
                  for row in parts if row["place"]}  # fmt: skip
        for place, name in sorted(places.items()):
            node = add(self.node, "location", ref=place_code(place))
            self.words.told(add(node, "name"), name or place, WRITTEN)
            if place[:2].isdigit():
                self.words.told(add(node, "description"), f"Kemendagri {place}", WRITTEN)


def _days(programme: Row, rows: Iterable[Row], as_of: date) -> tuple[date, date | None]:
    """First and last day: as the programme says, else as its indicators do."""
    starts = [row["line_start"] for row in rows if row["line_start"]]
    return _day(programme.get("start")) or min(starts, default=as_of), _day(programme.get("end"))


def _day(value: object) -> date | None:
    if is_missing(value):
        return None
    return value.date() if isinstance(value, (datetime, pd.Timestamp)) else value  # type: ignore[return-value]
