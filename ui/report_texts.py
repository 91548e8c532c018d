"""The words of a report before it is made: read, changed, filled in, taken back."""

import hashlib

import streamlit as st

from charts.numbers import number
from charts.text import clean
from data.report_texts import MOST, about, write
from reports.asked import Asked
from reports.content import Content, content_of
from reports.edited import Sentence, sentences
from reports.narrative import TITLES
from ui import session
from ui.answers import known_names
from ui.choice import one_of
from ui.literal import literal
from ui.session import Visit
from ui.upload_words import moment

SECTIONS = {"unmet": ("unmet", "cause"), "next": ("next",)} | {name: (name,) for name in TITLES if name != "unmet"}
"""What is read together; first what the forum fills in itself."""
BLANK = "……"
_BY = "report_text_by"


def drafted(here: Visit, asked: Asked) -> Content:
    """The report with its figures, nothing of it made yet."""
    return content_of(here.store, asked)


def editor(here: Visit, asked: Asked) -> None:
    """A part of the text at a time; nothing is asked of the store before somebody opens it."""
    t = here.t
    opened = st.expander(t("Read the text, change it, fill in causes and next steps"), key="report_text",
                         icon=":material/edit_note:", on_change="rerun")  # fmt: skip
    if not opened.open:
        return
    with opened:
        st.text(t("The text is drafted from the data alone. What you write here stands in its place, in the PDF, the "
                  "slides and the file for a browser. A sentence that you empty is left out."))  # fmt: skip
        all_ = sentences(session.held(drafted, here, asked))
        parts = {name: [each for each in all_ if each.part.section in held] for name, held in SECTIONS.items()}
        options = {name: literal(_title(name, found, here)) for name, found in parts.items() if found}
        chosen = one_of(t("Part of the text"), options, "report_part")
        st.text_input(t("Your name or initials (may be left empty)"), key=_BY, max_chars=100)
        for each in _in_order(parts[chosen]):
            _field(each, asked, here)


def _title(name: str, found: list[Sentence], here: Visit) -> str:
    n = sum(each.written is not None for each in found)
    return f"{here.t(TITLES[name])} ({number(n, here.t)})" if n else here.t(TITLES[name])


def _in_order(found: list[Sentence]) -> list[Sentence]:
    """Each cause under what it is the cause of."""
    order = list(dict.fromkeys(each.part.key.split(".", 1)[1] for each in found))
    return sorted(found, key=lambda each: order.index(each.part.key.split(".", 1)[1]))


def _field(each: Sentence, asked: Asked, here: Visit) -> None:
    """A sentence as it will stand, to be written over."""
    t, part, key = here.t, each.part, _key(each, asked)
    st.session_state.setdefault(key, each.text if each.written and not each.is_outdated else _start(part.text))
    label = _label(each, here)
    st.caption(literal(label))
    st.text_area(clean(label), label_visibility="collapsed", key=key,  # heard as it is, without the signs of Markdown
                 max_chars=MOST["text"], height=80 if len(part.text) < 200 else 120,
                 on_change=_changed, args=(here, asked, each, key))  # fmt: skip
    if each.written is None:
        return
    who = t("written {when}", when=moment(each.written.at, t))
    st.caption(literal(" · ".join(filter(None, (who, each.written.by)))))
    if each.is_outdated:
        st.warning(literal(t("The figures of this sentence have changed since, so the draft stands again. You wrote: "
                             "{text}", text=each.written.text or "–")), icon=":material/history:")  # fmt: skip
        st.button(t("Use my words again"), key=f"again_{key}", on_click=_again, args=(here, asked, each, key))
    else:
        st.button(t("Back to the draft"), key=f"draft_{key}", on_click=_back, args=(here, asked, each, key))


def _label(each: Sentence, here: Visit) -> str:
    """Which sentence it is, for those who hear the page too."""
    t, part = here.t, each.part
    if len(part.indicators) != 1:
        return t("Cause") if part.section == "cause" else t(TITLES[part.section])
    name = session.remembered(known_names, here)["indicator"].get(part.indicators[0], part.indicators[0])
    return f"{t('Cause')} · {name}" if part.section == "cause" else name


def _start(text: str) -> str:
    """A draft as it is offered for writing: up to its blank."""
    return text.split(BLANK)[0]


def _key(each: Sentence, asked: Asked) -> str:
    """A widget of its own for every sentence, choice and draft: another draft is not the old one's words."""
    what = f"{about(asked)} {asked.as_of} {asked.language} {each.part.key} {each.part.text}"
    return f"part_{hashlib.sha256(what.encode()).hexdigest()[:12]}"


def _changed(here: Visit, asked: Asked, each: Sentence, key: str) -> None:
    text, draft = st.session_state[key].strip(), each.part.text
    is_draft = text in (draft.strip(), _start(draft).strip())
    if not is_draft:
        write(here.store, asked, each.part.key, text, draft, st.session_state.get(_BY) or "")
    elif each.written is not None:
        write(here.store, asked, each.part.key, None, draft)
    st.session_state.pop(key)  # what was kept is shown, with what was masked in it


def _back(here: Visit, asked: Asked, each: Sentence, key: str) -> None:
    write(here.store, asked, each.part.key, None, each.part.text)
    st.session_state.pop(key, None)


def _again(here: Visit, asked: Asked, each: Sentence, key: str) -> None:
    if each.written is not None:
        write(here.store, asked, each.part.key, each.written.text, each.part.text, each.written.by or "")
    st.session_state.pop(key, None)
