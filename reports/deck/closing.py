"""The last slides: what was restated, next steps to fill in, and how the figures were worked out."""

from typing import Any

from pptx.util import Inches, Pt

from charts.text import clean
from locales import mark
from reports import restated
from reports.deck.fitting import fitted, height_of, lines_of, naming, plain
from reports.deck.stage import BODY, FONT, LOOK, MARGIN, ROOM, SMALL, Box, Stage, named, rgb
from reports.late import late_partners
from reports.method_words import formula_rows, mark_rows, status_sentence
from reports.narrative import Part, narrative

_ROWS, _LINES = 5, 2
_LISTS = {
    "next.reports": (mark("Send in the reports that are still to come: {partners}."), "partners"),
    "next.no_target": (mark("Agree on a target for: {names}."), "names"),
    "next.no_baseline": (mark("Measure or agree on a baseline for: {names}."), "names"),
}
"""Steps that name several, which a cell of two lines may not hold: the sentence, and where the names stand in it."""
_STEPS = (3.9, 4.6, 2.1, 1.53)
_RESTATED = (3.9, 2.93, 1.75, 1.75, 1.8)
_FORMULAS = (0, 2, 3)  # progress, expected by now, on track


def restatements(stage: Stage) -> None:
    """What an earlier report of this choice said otherwise; no slide where none was kept or all of it stands."""
    content, t = stage.content, stage.t
    found = content.restated
    if not found or not found.differences:
        return
    lines = restated.lines(found, t, content.known["indicator"])
    notes = [f"{each.name} · {each.figure}: {each.was} → {each.now}. {each.cause}" for each in lines[:200]]
    slide = stage.slide(restated.finding(found, t), notes)
    rows = [[each.name, each.figure, each.was, each.now, _short_cause(found.differences[at], t)]
            for at, each in enumerate(lines[:_ROWS])]  # fmt: skip
    header = [t("Indicator"), t("Figure"), t("Sent out as"), t("Now"), t("Upload")]
    _table(stage, slide, header, rows, _RESTATED)


def next_steps(stage: Stage) -> None:
    """A table to fill in at the meeting; what the data already ask for stands in it."""
    t, parts = stage.t, narrative(stage.content)["next"]
    rows = [_step(stage, part) for part in parts[:_ROWS]]
    rows += [["", "", "", ""]] * (_ROWS - len(rows))
    slide = stage.slide(t("Next steps: what, who, by when"), [part.text for part in parts])
    _table(stage, slide, [t("About"), t("To do"), t("Who"), t("By when")], rows, _STEPS)


def methods(stage: Stage) -> None:
    """The formulas in words and the marks; the notes have all of them."""
    content, t = stage.content, stage.t
    found = formula_rows(content)
    notes = [f"{name}: {formula}. {meaning}" for name, formula, meaning in found]
    slide = stage.slide(t("How the figures were worked out"), [status_sentence(content), *notes])
    top = stage.room.top
    for place in _FORMULAS:
        name, formula, _meaning = found[place]
        lines = lines_of(plain(f"{name} = {formula}"), ROOM, 22)
        stage.text(slide, Box(MARGIN, top, ROOM, height_of(len(lines), 22)), [" ".join(lines)], size=22)
        top += height_of(len(lines), 22) + 0.14
    top += 0.1
    for sign, meaning in mark_rows(t):
        stage.text(slide, Box(MARGIN, top, 1.0, 0.42), [sign], size=BODY, bold=True)
        stage.text(slide, Box(MARGIN + 1.1, top, ROOM - 1.1, 0.42), [fitted(meaning, ROOM - 1.1, 22, 1)], size=22)
        top += 0.46


def _step(stage: Stage, part: Part) -> list[str]:
    """About what, and what is to be done where that is known already."""
    if part.key in _LISTS and not part.is_edited:
        return ["", _listed(stage, part), "", ""]
    if len(part.indicators) == 1:
        return [clean(stage.content.row(part.indicators[0])["name"]), part.text if part.is_edited else "", "", ""]
    return ["", part.text, "", ""]


def _listed(stage: Stage, part: Part) -> str:
    """The step with as many of its names as fit whole; the notes have them all."""
    t, content = stage.t, stage.content
    sentence, place = _LISTS[part.key]
    names = late_partners(content) if part.key == "next.reports" else [
        content.row(code)["name"] for code in part.indicators]  # fmt: skip
    return naming(lambda told: t(sentence, **{place: told}), names, _STEPS[1] - 0.25, SMALL, _LINES, t)


def _short_cause(difference: Any, t: Any) -> str:
    return ", ".join(t("no. {n}", n=each.upload_id) for each in difference.causes) or "–"


def _table(stage: Stage, slide: Any, header: list[str], rows: list[list[str]], widths: tuple[float, ...]) -> None:
    """A native table in letters of 20 points, two lines a cell at most."""
    frame = slide.shapes.add_table(len(rows) + 1, len(header), *Box(MARGIN, stage.room.top, ROOM, 1).emu)
    named(frame, header[0], "; ".join(" – ".join(filter(None, row)) for row in rows if any(row)) or header[0])
    table, high = frame.table, height_of(_LINES, SMALL) + 0.1
    for column, width in enumerate(widths):
        table.columns[column].width = Inches(width)
    for at, cells in enumerate([header, *rows]):
        table.rows[at].height = Inches(high)
        for column, text in enumerate(cells):
            said = fitted(text, widths[column] - 0.25, SMALL, _LINES, bold=at == 0)
            _cell(table.cell(at, column), said, at)


def _cell(cell: Any, text: str, row: int) -> None:
    cell.margin_left = cell.margin_right = Inches(0.1)
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(LOOK.first if row == 0 else "#F1F5F9" if row % 2 else "#FFFFFF")
    paragraph = cell.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.name, run.font.bold = Pt(SMALL), FONT, row == 0
    run.font.color.rgb = rgb("#FFFFFF" if row == 0 else LOOK.ink)
