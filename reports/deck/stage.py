"""A presentation being made: 13.33 × 7.5 inches, a title that is the finding, one thing under it, and its foot.

No text is under 20 points; what does not fit at that size stands in the notes.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from charts.theme import Look, status
from locales import Translate
from reports.content import Content
from reports.deck.fitting import height_of, lines_of, plain, said_in

FONT = "Arial"  # every Windows and every Mac has it; elsewhere Liberation Sans has the same widths
WIDE, HIGH, MARGIN = 13.333, 7.5, 0.6
ROOM = WIDE - 2 * MARGIN
SMALL, BODY, TITLE = 20, 24, 30
_TITLES = (27, 25)
_BAND, _TITLE_TOP, _TITLE_HIGH = 0.44, 0.52, 1.12
TOP = 1.78
"""Where the thing under the title begins, in inches."""
LOOK = Look()
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_SHAPES = {
    "met": MSO_SHAPE.ISOSCELES_TRIANGLE, "on_track": MSO_SHAPE.OVAL, "behind": MSO_SHAPE.DIAMOND,
    "off_track": MSO_SHAPE.FLOWCHART_MERGE, "worsening": MSO_SHAPE.MATH_MULTIPLY, "not_due": MSO_SHAPE.DONUT,
    "no_data": MSO_SHAPE.OVAL,
}  # fmt: skip
_HOLLOW = ("no_data",)
_TITLE_ONLY = 5


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        left, top, width, height = (Inches(each) for each in self)
        return left, top, width, height


class Stage:
    """The presentation. `bottom`: where the thing under the title ends, in inches."""

    def __init__(self, content: Content) -> None:
        self.content, self.t = content, content.t
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(WIDE), Inches(HIGH)
        self._layout = _dressed(self.deck)
        self.deck.core_properties.title = plain(content.title)[:200]
        self.deck.core_properties.author = "Dampak"
        foot = [line for text in (content.stamp, _marks(self.t)) for line in lines_of(plain(text), ROOM, SMALL)]
        self._foot = "\n".join(foot)
        self._foot_high = height_of(len(foot), SMALL)
        self.bottom = HIGH - 0.2 - self._foot_high - 0.1

    @property
    def room(self) -> Box:
        """What is free for the thing under the title."""
        return Box(MARGIN, TOP, ROOM, self.bottom - TOP)

    def slide(self, title: str, notes: Sequence[str], *, size: float = TITLE) -> Any:
        """A new slide with its title, the foot and notes (paragraphs; the whole title first, however long)."""
        slide = self.deck.slides.add_slide(self._layout)
        said, size = _title(title, size)
        slide.shapes.title.text_frame.text = said
        for run in slide.shapes.title.text_frame.paragraphs[0].runs:
            self._dress(run, size, bold=True, colour=LOOK.ink)
        if self.content.sample_mark:
            self._sample(slide)
        foot = Box(MARGIN, HIGH - 0.2 - self._foot_high, ROOM, self._foot_high)
        self.text(slide, foot, self._foot.split("\n"), size=SMALL, colour=LOOK.faint_ink)
        notes = [title, *notes, self.content.stamp, self.content.sample_mark]
        slide.notes_slide.notes_text_frame.text = "\n".join(plain(each) for each in notes if each)
        return slide

    def text(
        self, slide: Any, box: Box, lines: Sequence[str], *, size: float = BODY, bold: bool = False,
        italic: bool = False, colour: str = LOOK.ink, align: str = "left", middle: bool = False,
    ) -> Any:  # fmt: skip
        """Paragraphs in a box without an edge. What does not fit must be cut before (fitting.fitted)."""
        shape = slide.shapes.add_textbox(*box.emu)
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}[align]
            run = paragraph.add_run()
            run.text = plain(line)
            self._dress(run, size, bold=bold, colour=colour, italic=italic)
        return shape

    def marker(self, slide: Any, key: str | None, left: float, top: float, size: float) -> None:
        """The shape of a status in its colour, as one that everybody has, whatever fonts there are."""
        look = status(key)
        shape = slide.shapes.add_shape(_SHAPES.get(key or "no_data", MSO_SHAPE.RECTANGLE),
                                       *Box(left, top, size, size).emu)  # fmt: skip
        shape.shadow.inherit = False
        shape.line.color.rgb = rgb(look.light)
        shape.line.width = Pt(2)
        if (key or "no_data") in _HOLLOW:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(look.light)
        named(shape, look.msgid, self.t(look.msgid))

    def rule(self, slide: Any, left: float, top: float, bottom: float) -> None:
        """An upright line."""
        line = slide.shapes.add_connector(1, Inches(left), Inches(top), Inches(left), Inches(bottom))
        line.line.color.rgb, line.line.width = rgb(LOOK.ink), Pt(2.5)
        named(line, "target", self.t("Target"))

    def bar(self, slide: Any, box: Box) -> None:
        """A filled bar in our first colour."""
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(LOOK.first)
        shape.line.fill.background()
        shape.shadow.inherit = False

    def _sample(self, slide: Any) -> None:
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(0, 0, WIDE, _BAND).emu)
        band.fill.solid()
        band.fill.fore_color.rgb = rgb("#FFF3D6")
        band.line.fill.background()
        band.shadow.inherit = False
        frame = band.text_frame
        frame.margin_top = frame.margin_bottom = 0
        frame.margin_left = Inches(MARGIN)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        run = frame.paragraphs[0].add_run()
        run.text = self.content.sample_mark
        self._dress(run, SMALL, bold=True, colour="#7A1F00")

    def _dress(self, run: Any, size: float, *, bold: bool, colour: str, italic: bool = False) -> None:
        run.font.size, run.font.bold, run.font.italic, run.font.name = Pt(size), bold, italic, FONT
        run.font.color.rgb = rgb(colour)
        run._r.get_or_add_rPr().set("lang", _LANGUAGES[self.t.language])


def _title(title: str, size: float) -> tuple[str, float]:
    """The title on two lines, in smaller letters where it needs them, and their size."""
    for smaller in (size, *(each for each in _TITLES if each < size)):
        said = said_in(title, ROOM, smaller, 2)
        if said == plain(title):
            return said, smaller
    return said_in(title, ROOM, TITLE, 2), min(size, TITLE)


def _marks(t: Translate) -> str:
    """The four marks on one line."""
    return t("0 zero · — not reported · n.a. does not apply · … hidden, few people")


def rgb(colour: str) -> RGBColor:
    """ "#0072B2" as Office has it."""
    return RGBColor.from_string(colour.lstrip("#"))


def named(shape: Any, name: str, words: str) -> None:
    """Give a shape a name and what it shows in words, for those who do not see it."""
    found = next(shape._element.iter(qn("p:cNvPr")))
    found.set("name", plain(name)[:60])
    found.set("descr", plain(words)[:4000])


def _dressed(deck: Any) -> Any:
    """The one layout of ours: a title over the whole width, left, in our font; the layouts of others go."""
    layout, master = deck.slide_layouts[_TITLE_ONLY], deck.slide_master
    for other in list(deck.slide_layouts):
        if other is not layout and other != layout:
            deck.slide_layouts.remove(other)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    for holder in (master, layout):
        for shape in holder.placeholders:
            _place(shape)
    for level in master._element.iter(qn("a:lvl1pPr")):
        if level.getparent().tag == qn("p:titleStyle"):
            level.set("algn", "l")
    return layout


def _place(shape: Any) -> None:
    """Where a placeholder stands: the title at the top, the rest as wide as the slide has become."""
    if shape.placeholder_format.type == 1 or shape.placeholder_format.idx == 0:
        shape.left, shape.top, shape.width, shape.height = Box(MARGIN, _TITLE_TOP, ROOM, _TITLE_HIGH).emu
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
    else:
        shape.left, shape.width = Emu(int(shape.left * 4 / 3)), Emu(int(shape.width * 4 / 3))
