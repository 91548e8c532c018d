"""What is wrong in a workbook: the cell, what was found, what is expected, and a proposal. Collected, never raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from data.reading import refusals
from locales import Translate, mark

STOPS, WARNS = "stop", "warn"

# English source sentences; each follows "Sheet 'X', cell F12 (Realisasi): ". A value in braces is filled in.
SENTENCES: Mapping[str, str] = {
    "already_stored": mark("This file was already stored as upload {upload} on {date}. Nothing was stored twice."),
    "no_known_sheet": mark(
        "No sheet was recognised. Found: {found}. Expected at least one of: {expected}. "
        "The template shows the sheets and columns."
    ),
    "missing_column": mark("The column '{expected}' is missing. Found: {found}."),
    "two_columns": mark("Two columns fit '{expected}': {found}. Keep one of them, or rename the other."),
    "missing": mark("The cell is empty. {expected} must be filled in."),
    "not_a_number": mark("Found '{found}'. Expected a number alone."),
    "ambiguous_number": mark(
        "Found '{found}', which can be read as {thousands} or as {decimals}. "
        "Type the column as numbers, or write one figure of the column with both signs (1.234,5)."
    ),
    "error_cell": mark("Found the error {found}. Correct the formula in Excel, save and upload again."),
    "formula_without_value": mark("The formula has never been calculated. Open the file in Excel and save it once."),
    "not_a_date": mark("Found '{found}'. Expected a date such as 31/12/2025."),
    "not_a_period": mark("Found '{found}'. Expected a period such as 2025, TW III 2025, Juli 2025 or 2025-07."),
    "running_total_period": mark(
        "Found '{found}', a figure from the start to that period. Expected the figure of one period alone. "
        "If the figures are running totals, choose 'last' for the indicator and write the period without 's.d.'."
    ),
    "not_an_answer": mark("Found '{found}'. Expected one of: {expected}."),
    "not_yes_no": mark("Found '{found}'. Expected yes or no."),
    "unknown_indicator": mark("Indicator '{found}' is not known. Add it to the sheet Indicators, or correct the code."),
    "unknown_codes": mark("{count} names are not in the sheet {expected} and were kept as written: {found}."),
    "similar_code": mark("'{found}' is not known. Did you mean '{repair}'? It was kept as written."),
    "new_places": mark(
        "{count} places have no code in the list of provinces and regencies and were kept by name: {found}."
    ),
    "similar_place": mark("The place '{found}' is new. Did you mean '{repair}'? It was kept as written."),
    "ambiguous_place": mark(
        "The place '{found}' can be {expected}. Write the code or the full name. It was kept as written."
    ),
    "lost_zero": mark("Found the place code {found}; Excel has probably dropped a zero. Expected {repair}, as text."),
    "not_a_group": mark(
        "Found the group '{found}'. Expected for example sex=f or sex=f;age=18-24. It was kept as written."
    ),
    "same_row_twice": mark("Rows {first} and {second} tell of the same {expected}, with {found}. Keep one of them."),
    "same_code_twice": mark("The code '{found}' stands in rows {first} and {second}. Keep one of them."),
    "blank_targets": mark("{count} rows have no target. They were kept without one; a blank is never zero."),
    "percent_for_number": mark(
        "Found {found}%, but the indicator is counted in '{expected}'. Expected a number of those."
    ),
    "left_behind": mark(
        "{count} figures of upload {upload} are not in this file and still count beside it: {found}. "
        "If this file corrects that upload, undo upload {upload} after saving."
    ),
    "shares_added": mark("Shares are never added up over partners and places; they were joined by '{expected}'."),
    "read_as_fractions": mark(
        "All figures of indicator '{found}' are below 1.5, so 0.8 is read as 80%. "
        "If they are small percentages (0.8%), format the cells as percent in Excel."
    ),
    "parts_differ": mark("The total is {found}, but its groups add up to {expected}. The total is used."),
    "code_and_name_differ": mark(
        "The code belongs to {expected}, but the name says otherwise: '{found}'. The code is used."
    ),
    "blank_results": mark("{count} rows have no figure. They were kept as not reported; a blank is never zero."),
    "zero_denominator": mark("The denominator is 0 and the numerator is {found}. Correct one of them."),
    "half_ratio": mark("Numerator and denominator belong together; found only one of them."),
    "ratio_needs_parts": mark(
        "The indicator is a ratio: give numerator and denominator. The value alone cannot be added up."
    ),
    "parts_disagree": mark(
        "The value {found} is not numerator divided by denominator ({expected}). The parts are used."
    ),
    "word_for_number": mark("Found '{found}'. The indicator is not of the kind yes/no; expected a number."),
    "rating_range": mark("Found {found}. Expected a number from 1 to 5."),
    "low_above_high": mark("The lower bound {found} is above the upper bound {expected}."),
    "ends_before_start": mark("The end {found} lies before the start {expected}."),
    "direction_conflict": mark(
        "The target {found} lies on the wrong side of the baseline {expected} for the direction of the indicator. "
        "It is judged as a level to be kept."
    ),
    "no_baseline": mark(
        "There is a target but no baseline. If the figure starts at zero, write yes under '{expected}'."
    ),
    "total_row": mark("Row '{found}' looks like a total and was left out, so that nothing counts twice."),
    "total_beside_parts": mark(
        "Period {found}: some rows name a {expected} and others do not. They are added together; "
        "delete the rows without one if they are the total."
    ),
    "hidden_sheet": mark("The sheet is hidden and was left out. Show it in Excel if its rows should count."),
    "two_kinds": mark(
        "The sheet can be '{found}' or '{expected}'. Give it one of these names, so that nothing is taken for another."
    ),
    "note_row": mark("Row '{found}' looks like a note below the table and was left out."),
    "sheet_ignored": mark("The sheet was not recognised and was left out."),
    "columns_ignored": mark("These columns were not recognised and were left out: {found}."),
    "nothing_to_store": mark(
        "The sheets were recognised, but none has a row below its header. Fill in at least one row."
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """One thing to correct (`stop`) or to look at (`warn`). `cell` is an address such as F12, or None for the sheet."""

    code: str
    severity: str = STOPS
    sheet: str | None = None
    cell: str | None = None
    header: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    repair: str | None = None

    @property
    def stops(self) -> bool:
        return self.severity == STOPS

    def place(self, t: Translate) -> str:
        """Where it is: `Sheet 'TW III', cell F12 (Realisasi)`."""
        if self.sheet is None:
            return t("File")
        if self.cell is None:
            return t("Sheet '{sheet}'", sheet=self.sheet)
        if self.header is None:
            return t("Sheet '{sheet}', cell {cell}", sheet=self.sheet, cell=self.cell)
        return t("Sheet '{sheet}', cell {cell} ({header})", sheet=self.sheet, cell=self.cell, header=self.header)

    def explanation(self, t: Translate) -> str:
        """What was found, what is expected, and the proposal."""
        shown = {name: _shown(value, t) for name, value in self.params.items()}
        source = _sentence(self.code, self.params)
        said = t(source, **{"repair": self.repair, **shown})
        offered = self.repair is not None and "{repair}" not in source
        return f"{said} {t('Proposal: {repair}.', repair=self.repair)}" if offered else said

    def sentence(self, t: Translate) -> str:
        """The whole of it, for one line."""
        return f"{self.place(t)}: {self.explanation(t)}"


def _sentence(code: str, params: Mapping[str, object]) -> str:
    """The source sentence of a problem; what the reading says has sentences of its own."""
    if code == "refused":
        return refusals.SENTENCES[str(params["code"])]
    return refusals.NOTES[str(params["code"])] if code == "note" else SENTENCES[code]


def _shown(value: object, t: Translate) -> object:
    """Words of the vocabulary by their name, figures and dates as the language writes them; the rest as it is."""
    if isinstance(value, tuple):
        sign = " / " if all(isinstance(part, float) for part in value) else ", "
        return sign.join(str(_shown(part, t)) for part in value)
    if isinstance(value, float):
        return format_decimal(value, locale=t.language)
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale=t.language)
    return value.label(t.language) if hasattr(value, "label") else value
