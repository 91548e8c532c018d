"""What is wrong in a workbook: the cell, what was found, what is expected, and a proposal. Collected, never raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from data import numbers
from data.reading import refusals
from locales import Translate, mark

STOPS, WARNS = "stop", "warn"

# English source sentences; each follows "Sheet 'X', cell F12 (Realisasi): ". A value in braces is filled in.
_ONE_AMBIGUOUS = mark(
    "Found '{found}', which can be read as {thousands} or as {decimals}. "
    "Say which sign is the decimal one, or type the figure as a number."
)

SENTENCES: Mapping[str, str] = {
    "already_stored": mark("This file was already stored as upload {upload} on {date}. Nothing was stored twice."),
    "no_known_sheet": mark(
        "No table was recognised. Found: {found}. Needed: {missing}, or a sheet of the template: {expected}."
    ),
    "missing_column": mark("The column '{expected}' is missing. Found: {found}."),
    "whose_sheet": mark(
        "Several sheets have the same columns and this one is called '{found}'. Is that the place or the partner of "
        "its figures?"
    ),
    "question_twice": mark(
        "The question '{found}' stands in columns {letters}, as forms have it that were changed. Which of them holds "
        "'{expected}'?"
    ),
    "positions": mark("{found}: positions (GPS). They were recognised, and are not stored; a place is known by its "
                      "name or code."),
    "two_columns": mark("Two columns fit '{expected}': {found}. Keep one of them, or rename the other."),
    "missing": mark("The cell is empty. {expected} must be filled in."),
    "not_a_number": mark("Found '{found}'. Expected a number alone."),
    "ambiguous_number": mark(
        "Found '{found}', which can be read as {thousands} or as {decimals}; so can {samples}. {count} cells of column "
        "{letters} depend on it. Say which sign is the decimal one, or type the figures as numbers."
    ),
    "month_first": mark(
        "'{found}' was read as {expected}, because '{shown}' in the same column only makes sense with the month first."
    ),
    "decimal_shown": mark(
        "'{expected}' was read as {read}, because '{found}' shows which sign is the decimal one in column {letters}."
    ),
    "error_cell": mark("Found the error {found}. Correct the formula in Excel, save and upload again."),
    "formula_without_value": mark("The formula has never been calculated. Open the file in Excel and save it once."),
    "not_a_date": mark("Found '{found}'. Expected a date such as 31/12/2025."),
    "not_a_period": mark("Found '{found}'. Expected a period such as 2025, TW III 2025, Juli 2025 or 2025-07."),
    "period_is_week": mark(
        "Found '{found}', a week. Possible are a year, half-year, quarter, month or day. As the last day of the week "
        "its figure counts in the month of that day."
    ),
    "period_is_four_months": mark(
        "Found '{found}', a period of four months. Possible are a year, half-year, quarter, month or day. Please give "
        "the figures of the months or quarters. For a level, which is not added up, the last month ({month}) is right "
        "too."
    ),
    "which_week": mark(
        "The header '{found}' of column {letters} is a week; the column holds {samples}. Possible are a year, "
        "half-year, quarter, month or day. Read as the last day of the week, the figures count in the month of that "
        "day."
    ),
    "which_four_months": mark(
        "The header '{found}' of column {letters} is a period of four months; the column holds {samples}. Possible are "
        "a year, half-year, quarter, month or day. Read as its last month, a level is right; figures that are added up "
        "would be right for the whole year only."
    ),
    "which_fiscal_year": mark(
        "Here stand years over two calendar years: {found} ({count} cells). Possible are calendar years, half-years, "
        "quarters and months. Does each of them count as the year in which it begins ({first}) or in which it ends "
        "({last})? For exact figures of calendar years, please give quarters or months."
    ),
    "running_total_period": mark(
        "Found '{found}', a figure from the start to that period. Expected the figure of one period alone. "
        "If the figures are running totals, choose 'last' for the indicator and write the period without 's.d.'."
    ),
    "running_total_gap": mark(
        "Found '{found}', a figure from the start to that period, but a period before it is missing. Its own "
        "share cannot be worked out. Add the earlier figures, or write the figure of the period alone."
    ),
    "spent_of_budget": mark(
        "Column {letters} holds {found}, which seem to be what was spent of '{expected}', and no results of "
        "indicators. Is it to be left out? What partners gave belongs on the sheet Contributions."
    ),
    "masked_alike": mark(
        "{count} different names of persons are '{found}' once they are masked, and their figures would be those of "
        "one. Write instead what tells them apart and names nobody: the name of the business, or UMKM 1, UMKM 2."
    ),
    "which_part_of_year": mark(
        "Found '{found}': figures from the start of the year to that period, which is no quarter, half-year or year, "
        "and the periods before it are missing. Are they the figures of the year so far, until a later report takes "
        "their place? Or add the earlier figures, or write those of the period alone."
    ),
    "year_so_far": mark(
        "Found '{found}', a figure from the start of the year to that period. It stands as the figure of {expected} so "
        "far, until a later report takes its place."
    ),
    "part_of_year_left_out": mark(
        "Found '{found}': figures from the start of the year to that period. They were left out, as was said."
    ),
    "running_total_start": mark(
        "Found '{found}', which is not below the last figure of the year before. Does it count from the start of "
        "the year or of the programme? Write the figure of the period alone."
    ),
    "running_total_widened": mark(
        "Found '{found}', a figure from the start to that period, without the periods before it. It was read as "
        "the figure of {expected} as a whole."
    ),
    "running_total_split": mark(
        "{count} figures of '{indicator}' run from the start, and were turned into those of each period: {found} for "
        "{period} is {expected} for that period alone."
    ),
    "scaled": mark(
        "The figures of column {letters} were multiplied, because '{found}' says that they are not counted one by one: "
        "{sample} is {expected}."
    ),
    "running_total_left_out": mark(
        "Found '{found}', a figure of several years together, without the years before it. It was left out."
    ),
    "running_total_before": mark(
        "Found '{found}', a figure of several periods together. It was left out, because the figure of the period "
        "after it stands beside it. Upload the reports of the earlier periods as well, and they will count."
    ),
    "running_total_beyond": mark(
        "Found '{found}', a figure from the start that is more than the figures of its periods that are known here. "
        "Only these count. Upload the reports of the earlier periods as well."
    ),
    "definition_changed": mark(
        "{field} of '{indicator}' becomes {found}; so far it was {expected}. If the earlier figure is right, "
        "correct the cell."
    ),
    "two_definitions": mark(
        "{field} of '{indicator}' is {found} here, but {expected} elsewhere in this file. {expected} was taken."
    ),
    "differing_definition": mark(
        "The rows of '{indicator}' say different things of {expected}: {found}. They were left out. Write the "
        "figure of the whole in the sheet Indicators."
    ),
    "other_unit": mark(
        "The unit here is '{found}', but the indicator is counted in '{expected}'. Check that both mean the same."
    ),
    "fiscal_year": mark(
        "'{found}' was read as {expected}. If your financial year does not begin in January, write the calendar period."
    ),
    "not_an_answer": mark("Found '{found}'. Expected one of: {expected}."),
    "not_yes_no": mark("Found '{found}'. Expected yes or no."),
    "unknown_indicator": mark("Indicator '{found}' is not known. Add it to the sheet Indicators, or correct the code."),
    "which_new": mark(
        "Indicator '{found}' is not known; {count} rows name it. Is it a new one? Then it is defined from this table."
    ),
    "unknown_codes": mark("{count} names are not in the sheet {expected} and were kept as written: {found}."),
    "similar_code": mark("'{found}' is not known. Did you mean '{repair}'? It was kept as written."),
    "new_places": mark(
        "{count} places have no code in the list of provinces and regencies and were kept by name: {found}."
    ),
    "similar_place": mark("The place '{found}' is new. Did you mean '{repair}'? It was kept as written."),
    "ambiguous_place": mark(
        "The place '{found}' can be {expected}. Write the code or the full name. It was kept as written."
    ),
    "which_code_system": mark(
        "'{found}' is {kemendagri} as a code of the ministry (Kemendagri), but {bps} as a code of the statistics "
        "office (BPS). Which of the two are the codes in column {letters}?"
    ),
    "bps_codes": mark("The place codes were read as codes of the statistics office (BPS), because of '{found}'."),
    "old_place_code": mark(
        "The place code '{found}' is from before the province was parted. It was read as {expected}."
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
    "shares_added": mark(
        "Shares of several partners or places are never added up, and no mean is taken of them: a large place would "
        "count as much as a small one. They are joined by '{expected}': with numerators and denominators as one ratio, "
        "without them not at all."
    ),
    "shares_summed": mark(
        "Percentages are never added up over time: 40% and 60% do not make 100%. Write 'last' (the latest report "
        "counts), or the mean or the largest; or make it a ratio, with numerator and denominator."
    ),
    "read_as_fractions": mark(
        "All figures of indicator '{found}' are below 1.5, so they are read as fractions: 0.5 would be 50%. "
        "If they are small percentages, format the cells as percent in Excel."
    ),
    "parts_differ": mark("The total is {found}, but its parts add up to {expected}. {used}"),
    "stated_share_differs": mark(
        "The sheet says {found} here, but {result} of {target} is {expected}%. Percentages are worked out anew and "
        "this one is not stored: please check the target and the result of this row."
    ),
    "stated_shares_swapped": mark(
        "The percentages below are '{target}' ÷ '{result}' in {agree} of {rows} rows, and not the other way round. "
        "Unless less is better here, the headings of target and result may be swapped."
    ),
    "stated_shares_differ": mark(
        "Of {rows} percentages below, {agree} are '{result}' ÷ '{target}'. Please check that these two columns hold "
        "the results and the targets."
    ),
    "total_of_units": mark(
        "'{found}' is the total of figures beside it ({expected}). Left out, so that nothing counts twice: {count}."
    ),
    "target_repeated": mark(
        "{count} targets from this one on repeat those of the same period in sheet {found}. Each counts once."
    ),
    "counted_twice": mark(
        "{found} and {expected} lie in each other, and both have figures of '{indicator}': {figure} for {period} here, "
        "and {stored} for {stored_period} in {where} (upload {upload}). Added up, people would count twice. Which of "
        "them counts?"
    ),
    "counted_twice_here": mark(
        "{found} and {expected} lie in each other, and both have figures of '{indicator}': {figure} for {period} here, "
        "and {stored} for {stored_period} in {where}. Added up, people would count twice. Which of them counts?"
    ),
    "counted_once": mark(
        "{found} and {expected} both have figures of '{indicator}': {figure} for {period} here, and {stored} for "
        "{stored_period} in {where} (upload {upload}). {used}"
    ),
    "counted_once_here": mark(
        "{found} and {expected} both have figures of '{indicator}': {figure} for {period} here, and {stored} for "
        "{stored_period} in {where}. {used}"
    ),
    "which_place": mark(
        "The code {written} is {expected}, but '{found}' stands beside it. Which of the two is meant?"
    ),
    "part_above_total": mark(
        "The part {found} is larger than its total {expected} (row {first}). A part is never above its total: "
        "correct one of the two."
    ),
    "above_whole": mark(
        "The numerator {found} is larger than the denominator {expected}: the share would be above 100%. Are the two "
        "swapped?"
    ),
    "code_and_name_differ": mark(
        "The code belongs to {expected}, but the name says otherwise: '{found}'. The code is used."
    ),
    "blank_results": mark("{count} rows have no figure. They were kept as not reported; a blank is never zero."),
    "zero_denominator": mark("The denominator is 0 and the numerator is {found}. Correct one of them."),
    "half_ratio": mark("Numerator and denominator belong together; found only one of them."),
    "parts_count_for_nothing": mark(
        "Numerator {found} and denominator {expected} stand here without a value, and the indicator is not a ratio: "
        "they would count for nothing. Fill in the value, or make the indicator a ratio."
    ),
    "ratio_needs_parts": mark(
        "The indicator is a ratio: give numerator and denominator. The value alone cannot be added up."
    ),
    "parts_disagree": mark(
        "The value {found} is not numerator divided by denominator ({expected}). The parts are used."
    ),
    "word_for_number": mark(
        "Found '{found}', or a sign such as x that means it. The indicator is not of the kind yes/no; "
        "expected a number."
    ),
    "rating_range": mark("Found {found}. Expected a number from 1 to 5."),
    "negative_figure": mark("Found {found}. Expected zero or more; write what came back as a smaller figure."),
    "negative_result": mark(
        "The result {found} is below zero, although it counts something. A figure in brackets is read as one below "
        "zero. Is it right?"
    ),
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
    "masked": mark(
        "{count} personal details are masked before anything is stored, by column: {found}. Masking cannot be turned "
        "off; the original words are not kept."
    ),
    "erased_left_out": mark(
        "{count} rows were left out because they were erased on request: {rows}. Delete them in your file too."
    ),
    "two_kinds": mark(
        "The sheet can be '{found}' or '{expected}'. Give it one of these names, so that nothing is taken for another."
    ),
    "rows_below": mark(
        "Rows {first} to {last}, from '{found}' on, stand below the table (a note, or who signs), and were left out."
    ),
    "note_row": mark("Row '{found}' looks like a note below the table and was left out."),
    "sheet_ignored": mark("The sheet was not recognised and was left out."),
    "sheet_repeats": mark(
        "The sheet says of no period and repeats figures of the sheet '{found}'; it was left out, so that nothing "
        "counts twice."
    ),
    "columns_ignored": mark("These columns were not recognised and were left out: {found}."),
    "which_over_time": mark(
        "How do the figures of '{found}' over several periods make one? The table does not say, and the result "
        "depends on it: add them (people trained), or take the last (a state). Proposed: {expected}, because {why}."
    ),
    "which_direction": mark(
        "Is more of '{found}' better, or less? The table does not say. Proposed: {expected}, because {why}."
    ),
    "which_what": mark(
        "Column {letters} holds {found}. Are these targets or results? The table does not say. Proposed: {expected}."
    ),
    "which_column": mark("Is the column '{found}' the {expected}? The name alone does not say it for certain."),
    "which_voice": mark(
        "The sheet holds days and long texts, as a log of what people say does. Is the column '{found}' the "
        "{expected}? If not, the sheet is left out."
    ),
    "which_activity": mark(
        "The sheet holds days and what was done on them, as a list of activities does. Is the column '{found}' the "
        "{expected}? If not, the sheet is left out."
    ),
    "share_or_figure": mark(
        "Column {letters} holds {found}. Are these the results, or the percentage of the target that was reached? "
        "The percentage is worked out here and need not be sent."
    ),
    "share_or_figure_rows": mark(
        "The rows '{name}' hold {found}. Are these the results, or the percentage of the target that was reached? "
        "The percentage is worked out here and need not be sent."
    ),
    "which_period": mark(
        "The header '{found}' of column {letters} seems to be a period, but not one that is understood here. The "
        "column "
        "holds {samples}. Which period is it? Write it in the header as 2025, TW III 2025, Juli 2025 or Jan–Jun 2025, "
        "or leave the column out."
    ),
    "which_version": mark("These columns tell of the same figures: {found}. Which of them counts?"),
    "row_cancelled": mark(
        "Here stands '{found}', and yet the row holds figures: {name}. Do these figures count?"
    ),
    "row_cancelled_left_out": mark("'{name}': its row says '{found}', and its figures were left out."),
    "hidden_figures": mark("Column {letters} '{found}' is hidden and holds figures. Is it left out?"),
    "which_whole": mark(
        "Other rows of column {letters} show which sign is the decimal one, and so '{found}' would be a broken figure; "
        "but this row counts whole things. Can it be {expected}? {count} rows of the column are like this."
    ),
    "which_date_order": mark(
        "The header '{found}' can be {expected}: does the day come first, or the month? All dates of this header are "
        "read in the same way."
    ),
    "which_scale": mark(
        "'{found}' says that column {letters} is not counted one by one: {sample} would be {expected}. Are its figures "
        "to be multiplied so?"
    ),
    "rows_of_no_kind": mark(
        "Rows that are called neither target nor result were left out: {found}."
    ),
    "shared_name": mark("'{found}' is the name of several indicators: {expected}. Which of them is meant here?"),
    "similar_indicator": mark(
        "Indicator '{found}' is not known, but '{expected}' is. Is it the same? If not, it is added as a new one."
    ),
    "no_year": mark("Found '{found}' without a year. Write the year beside it, in the title or in the name of "
                    "the sheet."),
    "no_period": mark(
        "Column {letters} holds figures, but nothing says of which period. Write it in the header, for example "
        "TW III 2025."
    ),
    "new_indicator": mark("Indicator '{found}' is new and was defined from the table: {expected}."),
    "told_outside": mark("{expected} was taken from '{found}', which stands outside the table."),
    "header_as_indicator": mark(
        "Column {letters} ({samples}): is '{found}' a known indicator? If it is a new one, it would hold {expected}."
    ),
    "total_where_blank": mark(
        "Column {letters} ('{found}') is a total. It was read in {count} rows, where its parts are blank or give "
        "another figure."
    ),
    "target_of_each": mark(
        "'{found}' is a target of each of {count} periods ({expected}), and counts in each of them."
    ),
    "predicate_row": mark("'{name}' holds predicates ({found}), no figures; its row was left out."),
    "calculated_columns": mark("These columns repeat what is worked out here, or hold money, and were left out: "
                               "{found}."),
    "footnote": mark("Found '{found}', a figure with the sign of a footnote; it was read as {expected}."),
    "about": mark("Found '{found}', a figure that is only about right; it was read as {expected}."),
    "heading_row": mark("Row '{found}' has no figure and was read as a heading."),
    "carried_down": mark("{count} rows have no name of an indicator; they were read as parts of the indicator above."),
    "blank_cells": mark("{count} cells have no figure. They count as not reported; a blank is never zero."),
    "mixed_scales": mark(
        "Found {found} among percentages of '{indicator}' such as 40 or 60. Is it a fraction? Expected all "
        "figures of an indicator in per cent."
    ),
    "far_above_target": mark("The result {found} is more than three times the target {expected}. Is it right?"),
    "part_of_one": mark(
        "Found {found}, but {unit} is counted in whole numbers. Is {expected} meant? A spreadsheet takes 1.250 typed "
        "with the other decimal sign for 1.25."
    ),
    "outlier": mark("The result {found} is far from the other results here, whose middle is {expected}. Is it right?"),
    "future_period": mark("The period {period} has not begun yet. Is it right?"),
    "same_as_before": mark("All {found} figures of {period} are the same as in the period before. Was the old "
                           "report copied?"),
    "running_total_falls": mark("The figure from the start to this period falls by {found}. Is it right?"),
    "same_figure_twice": mark("Cells {first} and {second} tell of the same figure, with {found}. Keep one of them."),
    "nothing_to_store": mark(
        "The sheets were recognised, but none has a row below its header. Fill in at least one row."
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A sentence as the value of another: an English source text and its values."""

    source: str
    params: Mapping[str, object] = field(default_factory=dict)

    def said(self, t: Translate) -> str:
        return t(self.source, **{name: _shown(value, t) for name, value in self.params.items()})


PARTS_USED = Said(mark("The parts are used, and the total is left out."))
TOTAL_USED = Said(mark("The total is used."))
"""What is done where a total and its parts differ."""


@dataclass(frozen=True)
class Question:
    """What only a person can say. An answer is kept in a mapping file (data/mapping.py) under `about` and `subject`.

    `about` is one of data.mapping.QUESTIONS, and what the subject is depends on it: most often the letters of a column,
    else a field, a name of a place or of a sheet, an indicator, or "*" for a whole sheet. `options` are the answers,
    `proposed` is one of them or, where only a person can know, None.
    """

    about: str
    subject: str
    options: tuple[str, ...]
    proposed: str | None = None


@dataclass(frozen=True)
class Problem:
    """One thing to correct (`stop`) or to look at (`warn`). `cell` is an address such as F12, or None for the sheet."""

    code: str
    severity: str = STOPS
    sheet: str | None = None
    cell: str | None = None
    header: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    repair: str | float | None = None
    """What is proposed for the cell: a number where a figure belongs, else a text."""
    question: Question | None = None

    @property
    def proposal(self) -> str:
        """The repair as the cell would show it, with a point for the decimals; '' where nothing is proposed."""
        if self.repair is None:
            return ""
        return self.repair if isinstance(self.repair, str) else numbers.plain(self.repair)

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
        said = t(source, **{"repair": self.proposal, **shown})
        offered = self.repair is not None and "{repair}" not in source
        return f"{said} {t('Proposal: {repair}.', repair=self.proposal)}" if offered else said

    def sentence(self, t: Translate) -> str:
        """The whole of it, for one line."""
        return f"{self.place(t)}: {self.explanation(t)}"


def _sentence(code: str, params: Mapping[str, object]) -> str:
    """The source sentence of a problem; what the reading says has sentences of its own."""
    if code == "refused":
        return refusals.SENTENCES[str(params["code"])]
    if code == "ambiguous_number" and params.get("count") == 1:
        return _ONE_AMBIGUOUS
    return refusals.NOTES[str(params["code"])] if code == "note" else SENTENCES[code]


def _shown(value: object, t: Translate) -> object:
    """Words of the vocabulary by their name, figures and dates as the language writes them; the rest as it is."""
    if isinstance(value, Said):
        return value.said(t)
    if isinstance(value, tuple):
        sign = " / " if all(isinstance(part, float) for part in value) else ", "
        return sign.join(str(_shown(part, t)) for part in value)
    if isinstance(value, float):
        return format_decimal(value, locale=t.language)
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale=t.language)
    return value.label(t.language) if hasattr(value, "label") else value
