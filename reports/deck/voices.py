"""What people say: how many spoke, and up to three quotes that may be shown."""

from reports.deck.fitting import height_of, lines_of
from reports.deck.stage import BODY, LOOK, MARGIN, ROOM, SMALL, Box, Stage
from reports.narrative import narrative
from reports.voice_blocks import quotes

MOST, _LINES = 3, 3
_INDENT = 0.35


def quoted(stage: Stage) -> None:
    """The slide of the voices."""
    content, t = stage.content, stage.t
    said = [part.text for part in narrative(content)["voices"]]
    found = quotes(content, MOST)
    note = t("In their own words, not translated. Only with consent and after a person approved it; no names, no days, "
             "no contacts.")  # fmt: skip
    slide = stage.slide(said[0] if said else t("What people say"),
                        [*(f"“{each['text']}” {each['who']}" for each in found), note])  # fmt: skip
    if not found:
        stage.text(slide, stage.room, [t("Nobody has said anything yet that may be quoted.")], size=BODY)
    top = stage.room.top
    for each in found:
        lines = lines_of(f"“{each['text']}”", ROOM - _INDENT - 0.1, BODY)
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], lines[_LINES - 1].rstrip(" ,;:.·-”")[:-2] + "…”"]
        about = lines_of(" · ".join(filter(None, (each["who"], each["about"]))), ROOM - _INDENT - 0.1, SMALL)[:1]
        high = height_of(len(lines), BODY)
        if top + high + height_of(1, SMALL) > stage.bottom:
            break
        stage.text(slide, Box(MARGIN + _INDENT, top, ROOM - _INDENT, high), [" ".join(lines)], size=BODY, italic=True)
        stage.text(slide, Box(MARGIN + _INDENT, top + high + 0.04, ROOM - _INDENT, 0.4), about, size=SMALL,
                   colour=LOOK.faint_ink)  # fmt: skip
        top += high + height_of(1, SMALL) + 0.32
