"""Results of an IATI activity: one a level, with its indicators, their baselines, targets and figures by period."""

from lxml import etree

from charts.missing import missing_text
from definitions.units import is_percent
from metrics.small_groups import SUPPRESSED
from reports.content import Content
from reports.iati_nodes import WRITTEN, Row, Words, add, place_code
from reports.parts import Parts

# Code lists of the standard: ResultType, IndicatorMeasure.
_LEVELS = {"output": "1", "outcome": "2", "impact": "3"}
_OTHER_LEVEL = "9"
_UNIT, _PERCENT, _QUALITY = "1", "2", "5"
_QUALITIES = ("yes_no", "rubric")
_NAMED = {"age": "age", "sex": "sex"}


class Results:
    """Builds the results of one programme, in the order that the standard's schema asks for."""

    def __init__(self, content: Content, parts: Parts, words: Words) -> None:
        self.content, self.parts, self.words, self.t = content, parts, words, content.t

    def put(self, node: etree._Element, level: str | None, rows: list[Row]) -> None:
        """The indicators of one level, below the activity `node`."""
        result = add(node, "result", type=_LEVELS.get(level or "", _OTHER_LEVEL))
        words = {"output": self.t("Outputs"), "outcome": self.t("Outcomes"), "impact": self.t("Impact")}
        self.words.told(add(result, "title"), words.get(level or "", self.t("Other results")))
        for row in rows:
            self._indicator(result, row)

    def _indicator(self, result: etree._Element, row: Row) -> None:
        is_quality = row["measure"] in _QUALITIES
        measure = _QUALITY if is_quality else _PERCENT if is_percent(row["unit"]) else _UNIT
        node = add(result, "indicator", measure=measure)
        if row["direction"] in ("up", "down"):
            node.set("ascending", "true" if row["direction"] == "up" else "false")
        node.set("aggregation-status", "true" if row["over_units"] == "sum" else "false")
        language = self.words.named_in(row)
        self.words.told(add(node, "title"), row["name"], language, row["name_en"])
        definition = (self.content.definitions.get(row["indicator"]) or {}).get("definition")
        unit = "" if is_quality or not row["unit"] else self.t("Unit: {unit}", unit=row["unit"])
        about = add(node, "description")
        if definition and self.content.asked.language == WRITTEN:
            definition, unit = " ".join(filter(None, (definition, unit))), ""
        if unit:
            self.words.told(about, unit)
        if definition or not unit:
            self.words.told(about, definition or row["name"], WRITTEN if definition else language)
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
        baseline = add(node, "baseline", year=str(year), **stated)
        self.words.value(baseline, row["baseline"], row, is_quality)
        if not row["baseline_date"]:
            self.words.comment(baseline, self.t("The day of the baseline was not stated."))

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
        period = add(node, "period")
        add(period, "period-start", **{"iso-date": row["period_start"].isoformat()})
        add(period, "period-end", **{"iso-date": row["period_end"].isoformat()})
        if row["target"] is not None:
            self.words.value(add(period, "target"), row["target"], row, is_quality)
        if row["period"] is None:
            return
        actual = add(period, "actual")
        if row["actual"] is None:
            self.words.comment(actual, missing_text(row["reason"], self.t))
            return
        self.words.value(actual, row["actual"], row, is_quality)
        for part in self.parts.get((row["indicator"], row["period"]), ()):
            self._part(period, part, is_quality)

    def _part(self, period: etree._Element, part: Row, is_quality: bool) -> None:
        actual = add(period, "actual")
        if part["place"]:
            add(actual, "location", ref=place_code(part["place"]))
        for piece in (part["group"] or "").split(";"):
            name, _, value = piece.partition("=")
            if name:
                add(actual, "dimension", name=_NAMED.get(name, name), value=value or name)
        self.words.value(actual, part["actual"], part, is_quality)
