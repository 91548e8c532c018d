"""Words of the upload screen: times, sheets, and a short name for each kind of problem."""

from collections.abc import Mapping
from datetime import datetime

from babel.dates import format_datetime

from data.problems import Problem
from definitions import clock
from definitions.vocabulary import vocabulary
from locales import Translate, mark

ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
PATTERNS = {"id": "d MMMM y, HH.mm", "en": "d MMMM y, HH:mm"}

KINDS: Mapping[str, str] = {
    "refused": mark("The file cannot be read"),
    "note": mark("About the file"),
    "already_stored": mark("Stored before"),
    "no_known_sheet": mark("No sheet recognised"),
    "missing_column": mark("Column missing"),
    "two_columns": mark("Column twice"),
    "missing": mark("Cell to fill in"),
    "not_a_number": mark("Figure with other text"),
    "ambiguous_number": mark("Figure with two readings"),
    "error_cell": mark("Formula error"),
    "formula_without_value": mark("Formula not calculated"),
    "not_a_date": mark("Date"),
    "not_a_period": mark("Period"),
    "running_total_period": mark("Running total"),
    "not_an_answer": mark("Answer from the list"),
    "not_yes_no": mark("Yes or no"),
    "which_voice": mark("A log of what people say"),
    "which_activity": mark("A list of activities"),
    "which_new": mark("New or known indicator"),
    "unknown_indicator": mark("Unknown indicator"),
    "unknown_codes": mark("New names"),
    "similar_code": mark("Spelling of a name"),
    "new_places": mark("New places"),
    "similar_place": mark("Spelling of a place"),
    "ambiguous_place": mark("Place with two meanings"),
    "lost_zero": mark("Place code without its zero"),
    "not_a_group": mark("Group"),
    "same_row_twice": mark("Row twice"),
    "same_code_twice": mark("Code twice"),
    "blank_results": mark("Not reported yet"),
    "blank_targets": mark("No target yet"),
    "percent_for_number": mark("Percentage in place of a number"),
    "left_behind": mark("Earlier figures that still count"),
    "shares_added": mark("Shares added up"),
    "shares_summed": mark("Percentages added up over time"),
    "read_as_fractions": mark("Fractions or percent"),
    "parts_differ": mark("Total and its parts differ"),
    "stated_share_differs": mark("Percentage that its figures do not give"),
    "stated_shares_swapped": mark("Target and result perhaps swapped"),
    "stated_shares_differ": mark("Percentages of other figures"),
    "total_of_units": mark("Total of what stands beside it"),
    "target_repeated": mark("Target that stands on several sheets"),
    "total_where_blank": mark("Total column that was read"),
    "which_place": mark("Code or name of a place"),
    "header_as_indicator": mark("Header as indicator"),
    "question_twice": mark("Question asked twice"),
    "positions": mark("Positions (GPS)"),
    "running_total_split": mark("Running totals turned into periods"),
    "scaled": mark("Figures multiplied"),
    "counted_twice": mark("A total and its parts in two files"),
    "counted_twice_here": mark("A total and its parts for different periods"),
    "counted_once": mark("A total and its parts in two files: what counts"),
    "counted_once_here": mark("A total and its parts for different periods: what counts"),
    "whose_sheet": mark("Whose figures a sheet holds"),
    "part_above_total": mark("Part above its total"),
    "above_whole": mark("Share above 100%"),
    "code_and_name_differ": mark("Place code and name differ"),
    "zero_denominator": mark("Denominator is zero"),
    "half_ratio": mark("Half of a ratio"),
    "parts_count_for_nothing": mark("Parts without a value"),
    "ratio_needs_parts": mark("Ratio without its parts"),
    "parts_disagree": mark("Ratio and its parts differ"),
    "word_for_number": mark("Word in place of a figure"),
    "rating_range": mark("Rating from 1 to 5"),
    "negative_figure": mark("Figure below zero"),
    "negative_result": mark("Result below zero"),
    "low_above_high": mark("Bounds the wrong way round"),
    "ends_before_start": mark("End before start"),
    "direction_conflict": mark("Target against the direction"),
    "no_baseline": mark("No baseline"),
    "total_row": mark("Total row"),
    "total_beside_parts": mark("Total beside its parts"),
    "hidden_sheet": mark("Hidden sheet"),
    "masked": mark("Personal details masked"),
    "erased_left_out": mark("Rows erased on request"),
    "two_kinds": mark("Sheet of two kinds"),
    "note_row": mark("Note below the table"),
    "rows_below": mark("Notes and signatures below the table"),
    "sheet_ignored": mark("Sheet left out"),
    "sheet_repeats": mark("Sheet that repeats another"),
    "columns_ignored": mark("Columns left out"),
    "nothing_to_store": mark("Sheets without rows"),
    "which_over_time": mark("How figures join over time"),
    "which_direction": mark("More or less is better"),
    "which_what": mark("Target or result"),
    "share_or_figure": mark("Result or percentage"),
    "share_or_figure_rows": mark("Result or percentage"),
    "which_period": mark("Period not understood"),
    "which_week": mark("Weeks"),
    "period_is_week": mark("Weeks"),
    "which_four_months": mark("Periods of four months"),
    "period_is_four_months": mark("Periods of four months"),
    "which_fiscal_year": mark("Years over two calendar years"),
    "which_version": mark("Versions of a figure"),
    "hidden_figures": mark("Hidden figures"),
    "row_cancelled": mark("Cancelled or postponed"),
    "row_cancelled_left_out": mark("Cancelled or postponed"),
    "which_whole": mark("Whole numbers or decimals"),
    "which_date_order": mark("Day or month first"),
    "which_scale": mark("Thousands or millions"),
    "rows_of_no_kind": mark("Rows left out"),
    "which_column": mark("Column to confirm"),
    "shared_name": mark("Name of several indicators"),
    "similar_indicator": mark("Spelling of an indicator"),
    "no_year": mark("Period without a year"),
    "no_period": mark("Figures without a period"),
    "new_indicator": mark("New indicators"),
    "told_outside": mark("Taken from the title"),
    "target_of_each": mark("Target of each period"),
    "predicate_row": mark("Predicates such as BB or WTP"),
    "calculated_columns": mark("Columns worked out here"),
    "heading_row": mark("Heading"),
    "carried_down": mark("Rows without a name"),
    "blank_cells": mark("Cells not filled in"),
    "same_figure_twice": mark("Figure twice"),
    "running_total_gap": mark("Running total with a gap"),
    "spent_of_budget": mark("Money spent"),
    "masked_alike": mark("Names that become one"),
    "which_part_of_year": mark("Part of a year"),
    "year_so_far": mark("A year so far"),
    "part_of_year_left_out": mark("Part of a year"),
    "running_total_start": mark("Running total over the new year"),
    "fiscal_year": mark("Financial year"),
    "footnote": mark("Sign of a footnote"),
    "month_first": mark("Month before day"),
    "decimal_shown": mark("Decimal sign"),
    "mixed_scales": mark("Fractions among percentages"),
    "far_above_target": mark("Far above its target"),
    "part_of_one": mark("A part of a whole"),
    "outlier": mark("Unlike the others"),
    "future_period": mark("Period to come"),
    "same_as_before": mark("Same as the last report"),
    "running_total_falls": mark("Running total that falls"),
    "running_total_widened": mark("Running total of several periods"),
    "running_total_left_out": mark("Several years in one"),
    "about": mark("Figures that are only about right"),
    "running_total_before": mark("Figures of earlier periods"),
    "running_total_beyond": mark("Earlier periods that are not known"),
    "definition_changed": mark("Changed baseline or target"),
    "two_definitions": mark("Two definitions of an indicator"),
    "differing_definition": mark("Baselines that differ by row"),
    "other_unit": mark("Another unit"),
    "which_code_system": mark("System of place codes"),
    "bps_codes": mark("Place codes of BPS"),
    "old_place_code": mark("Old place code"),
}


def kind(problem: Problem, t: Translate) -> str:
    """What sort of thing it is, in two or three words; never words from the file."""
    return t(KINDS.get(problem.code, mark("To check")))


def moment(utc: datetime, t: Translate) -> str:
    """A time of the ledger on the forum's clock: "22 November 2026, 19.50 WIB".

    Not on the reader's: who talks about an upload names the same hour in every place, and dates agree with it.
    """
    zone = clock.zone()
    shown = format_datetime(clock.local(utc).replace(tzinfo=None), PATTERNS[t.language], locale=t.language)
    return f"{shown} {ZONES.get(zone, zone)}"


def sheet_name(key: str, t: Translate) -> str:
    """The sheet as the template calls it."""
    return vocabulary().sheet_by_key[key].label(t.language)
