"""Programme, partner and place: chosen once, kept over a change of page, and standing in the address as codes."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from charts.numbers import period_label
from data.periods import last_quarter
from data.programme_schemes import choose_scheme
from data.storyboards import View
from definitions.schemes import DEFAULT, scheme, schemes
from metrics import names, own_scheme
from ui import session
from ui.session import Visit

KINDS = ("programme", "partner", "place")


@dataclass(frozen=True)
class Filters:
    """The codes chosen; None is all of them. `scheme` is the status scheme that judges."""

    programme: str | None = None
    partner: str | None = None
    place: str | None = None
    scheme: str = DEFAULT

    @property
    def is_all(self) -> bool:
        return replace(self, scheme=DEFAULT) == Filters()


def choices(here: Visit) -> dict[str, dict[str, str]]:
    """What may be chosen: names by code, per kind."""
    return names.choices(here.store, here.language)


def filter_row(
    here: Visit, kinds: tuple[str, ...] = KINDS, programme: str | None = None, *, judged: bool = True
) -> Filters:
    """A row of pickers, and what they say. Codes in the address that nobody knows are left out.

    `programme` is the one that the screen is about, where it is not among the pickers. Without `judged` nothing on the
    screen is judged, and no scheme is asked for.
    """
    t, known = here.t, session.remembered(choices, here)
    labels = {"programme": t("Programme"), "partner": t("Partner"), "place": t("Place")}
    alls = {"programme": t("All programmes"), "partner": t("All partners"), "place": t("All places")}
    chosen: dict[str, str | None] = {}
    with st.container(horizontal=True, key="filters"):
        for kind in kinds:
            options = known.get(kind, {})
            adopt_address(kind, options)
            chosen[kind] = st.selectbox(
                labels[kind], ["", *options], key=kind, label_visibility="collapsed",
                format_func=lambda code, kind=kind, options=options: options.get(code, alls[kind]),
            )  # fmt: skip
            chosen[kind] = chosen[kind] or None
            write_address(kind, chosen[kind])
        judged_by = scheme_picker(here, chosen.get("programme") or programme) if judged else DEFAULT
    return Filters(**chosen, scheme=judged_by)


def scheme_picker(here: Visit, programme: str | None) -> str:
    """The status scheme: the programme's own until the viewer picks another; a pick can become the programme's own."""
    own = own_of(here, programme)
    asked = adopt_scheme(programme, own)
    names = {key: scheme(key).name[here.t.language] for key in schemes()}
    st.selectbox(here.t("Judged by"), list(names), key="scheme", label_visibility="collapsed",
                 format_func=lambda key: here.t("Status: {scheme}", scheme=names[key]))  # fmt: skip
    chosen = st.session_state["scheme"] or asked
    st.session_state["_schemes"][programme] = chosen
    write_address("scheme", None if chosen == own else chosen)
    if programme and chosen != own:
        st.button(
            here.t("Use for this programme"), key="own_scheme", icon=":material/bookmark:", on_click=_make_own,
            args=(here, programme, chosen), help=here.t(
                "Everybody then sees {programme} judged by {scheme}, on every screen and in reports. It can be changed "
                "again in the same way.", programme=programme, scheme=names[chosen]),
        )  # fmt: skip
    elif programme and own != DEFAULT:
        st.caption(here.t("The scheme of this programme"))
    return chosen


def own_of(here: Visit, programme: str | None) -> str:
    """The scheme that a programme has chosen for itself, else the usual one."""
    return session.remembered(_own_schemes, here).get(programme, DEFAULT) if programme else DEFAULT


def _own_schemes(here: Visit) -> dict[str, str]:
    return own_scheme.own_schemes(here.store)


def _make_own(here: Visit, programme: str, key: str) -> None:
    """For the button: the programme's own from now on, and nothing of it left in the address."""
    choose_scheme(here.store, programme, key)
    st.session_state["_schemes"].pop(programme, None)
    st.session_state.pop("_scheme_for", None)
    st.session_state.pop("_scheme", None)
    st.query_params.pop("scheme", None)


def adopt_scheme(programme: str | None, own: str = DEFAULT) -> str:
    """The scheme that the address asks for, else the one last picked for this programme, else its own."""
    kept = st.session_state.setdefault("_schemes", {})
    is_news = st.query_params.get("scheme") not in (None, st.session_state.get("_scheme"))
    adopt_address("scheme", dict.fromkeys(schemes(), ""))
    if st.session_state.get("_scheme_for") != programme and not is_news:
        st.session_state["scheme"] = kept.get(programme, own)
    st.session_state["_scheme_for"] = programme
    st.session_state["scheme"] = st.session_state["scheme"] or own
    return st.session_state["scheme"]


def chosen_filters(here: Visit) -> Filters:
    """What was chosen on another screen or stands in the address, without pickers (for the wall)."""
    known = session.remembered(choices, here)
    for kind in KINDS:
        adopt_address(kind, known.get(kind, {}))
        write_address(kind, st.session_state[kind] or None)
    chosen = {kind: st.session_state[kind] or None for kind in KINDS}
    own = own_of(here, chosen["programme"])
    judged_by = adopt_scheme(chosen["programme"], own)
    write_address("scheme", None if judged_by == own else judged_by)
    return Filters(**chosen, scheme=judged_by)


def view_of(kind: str, chosen: Filters, **more: str | None) -> View:
    """What is shown with these filters, so that it can be shown again on the wall."""
    scheme_key = None if chosen.scheme == DEFAULT else chosen.scheme
    return View.of(kind, {kind_: getattr(chosen, kind_) for kind_ in KINDS} | {"scheme": scheme_key} | more)


def filters_of(view: View) -> Filters:
    """The filters of a view; a scheme that is no longer defined counts as the usual one."""
    asked = view.asked("scheme")
    return Filters(*(view.asked(kind) for kind in KINDS), scheme=asked if asked in schemes() else DEFAULT)


def adopt_address(kind: str, options: dict[str, str]) -> None:
    """Set the widget `kind` to what the address asks for if that is news, else to what it was, on whatever page."""
    asked, written = st.query_params.get(kind), st.session_state.get(f"_{kind}")
    value = st.session_state.get(kind, written) if asked is None or asked == written else asked
    st.session_state[kind] = (
        value if value in options else ""
    )  # also when it stays: on another page it is another widget


def write_address(kind: str, code: str | None) -> None:
    """Let the address say what is chosen; a change of page has emptied it."""
    st.session_state[f"_{kind}"] = code
    asked = st.query_params.get(kind)
    if code is None and asked is not None:
        del st.query_params[kind]
    elif code is not None and asked != code:
        st.query_params[kind] = code


def no_filters() -> None:
    """Forget every choice (for a button)."""
    for kind in KINDS:
        st.session_state[kind] = ""
        st.session_state.pop(f"_{kind}", None)
        st.query_params.pop(kind, None)


def in_words(here: Visit, chosen: Filters) -> str:
    """What is shown, in words: "TW III 2026 · semua mitra · Kabupaten Semarang"."""
    t, known = here.t, session.remembered(choices, here)
    return " · ".join((
        t("up to {period}", period=period_label(latest_quarter(here.as_of), t)),
        known["programme"][chosen.programme] if chosen.programme else t("all programmes"),
        known["partner"][chosen.partner] if chosen.partner else t("all partners"),
        known["place"][chosen.place] if chosen.place else t("all places"),
    ))  # fmt: skip


def latest_quarter(day: date) -> str:
    """The last quarter that has ended on `day`, as a period: 22 November 2026 -> "2026-Q3"."""
    return last_quarter(day).key
