"""What a step of a storyboard is called, and what is said when a change cannot be kept."""

from data.storyboards import View
from data.written import TooLong, Unfinished
from definitions.schemes import DEFAULT, scheme
from locales import Translate, mark
from ui import action_words, answers, session
from ui.filters import KINDS, choices, filters_of
from ui.session import Visit

CHANGED_MEANWHILE = mark(
    "Somebody else has just changed this storyboard. Nothing of theirs was lost; please look again."
)
NO_NAME = mark("Please give the storyboard a name.")
TWO_PLACES = mark(
    "You chose “{storyboard}” and also wrote a new name, “{name}”. Choose “A new storyboard” under Into, or empty the "
    "name."
)
FIELDS = {"name": mark("Name"), "heading": mark("Heading"), "note": mark("Speaker's note")}
TOO_LONG = mark("This storyboard is full. Please remove a view first, or begin another one.")


def lacking(unfinished: Unfinished, t: Translate) -> str:
    """What keeps a storyboard from being kept, as a sentence."""
    return action_words.too_long(unfinished, FIELDS, t) if isinstance(unfinished, TooLong) else t(NO_NAME)


def choices_in_words(here: Visit, view: View) -> str:
    """What a view was chosen by: "Air bersih · Kabupaten Bima"; that it is about everything, where nothing was."""
    known, names = session.remembered(choices, here), session.remembered(answers.known_names, here)
    parts = [known[kind].get(code, code) for kind in KINDS if (code := view.asked(kind))]
    codes = [view.asked("indicator"), *(view.asked("indicators") or "").split(",")]
    parts = [names["indicator"].get(code, code) for code in codes if code] + parts
    parts += [text for name in ("theme", "round", "currency") if (text := view.asked(name))]
    judged_by = filters_of(view).scheme
    if judged_by != DEFAULT:
        parts.append(here.t("Status: {scheme}", scheme=scheme(judged_by).name[here.language]))
    return " · ".join(parts) or here.t("about everything")
