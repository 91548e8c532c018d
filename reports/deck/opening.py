"""The first slides: what it is about, and where the indicators stand."""

from charts.numbers import date
from reports.content import Content
from reports.deck.fitting import fitted
from reports.deck.stage import BODY, LOOK, MARGIN, ROOM, SMALL, Box, Stage
from reports.document import counts
from reports.narrative import narrative

_NUMBER, _WORD_HIGH = 54, 1.05


def title(stage: Stage) -> None:
    """What the report is about, and of when."""
    content, t = stage.content, stage.t
    slide = stage.slide(content.title, [t("Impact report")], size=40)
    stage.bar(slide, Box(MARGIN, 2.0, 2.2, 0.09))
    stage.text(slide, Box(MARGIN, 2.4, ROOM, 1.2), [t("Impact report"), date(content.asked.as_of, t)], size=32,
               colour=LOOK.first)  # fmt: skip
    stage.text(slide, Box(MARGIN, 4.1, ROOM, 1.2), [fitted(content.headline, ROOM, 28, 2)], size=28)


def headline(stage: Stage) -> None:
    """The finding of all, and how many indicators have each verdict."""
    said = [part.text for part in narrative(stage.content)["summary"]]
    slide = stage.slide(said[0] if said else stage.content.headline, said[1:])
    _counts(stage, slide, stage.content)
    below = [fitted(text, ROOM, BODY, 2) for text in said[1:3]]
    if below:
        stage.text(slide, Box(MARGIN, stage.bottom - 1.3, ROOM, 1.2), below)


def _counts(stage: Stage, slide: object, content: Content) -> None:
    """A large number a verdict, with its shape and word."""
    found = counts(content)
    width = ROOM / max(len(found), 4)
    for number, each in enumerate(found):
        left = MARGIN + number * width
        stage.marker(slide, each["status"], left, 2.45, 0.42)
        stage.text(slide, Box(left + 0.55, 2.15, width - 0.6, 1.0), [each["n"]], size=_NUMBER, bold=True)
        word = fitted(each["word"], width - 0.15, SMALL, 3)
        stage.text(slide, Box(left, 3.2, width - 0.1, _WORD_HIGH), [word], size=SMALL)
