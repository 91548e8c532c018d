"""Where a coder is: which entries are done, which comes next, what is suggested. Kept in the session."""

from dataclasses import dataclass, field

import streamlit as st

from charts.missing import records
from data.coding import codes, newest_upload
from definitions.codebook import codebook
from metrics import assisted, feedback, voices_heard
from metrics.assisted import Learnt, Proposal
from metrics.keyword_coding import is_sensitive
from metrics.perhaps_grave import Suspicion, perhaps_grave
from ui import session
from ui.session import Visit

MOST_LOOKED_THROUGH = 2000
"""Of the entries that this coder has not answered, so many of the newest are looked through for harm when it opens."""


@dataclass
class Desk:
    """The entries in front of one coder. `row` is the one to code now, None at the end."""

    coder: str
    state: str
    rows: list[dict]
    coded: dict[str, tuple[str, ...]]
    approved: dict[str, bool]
    skipped: set[str] = field(default_factory=set)
    done: list[int] = field(default_factory=list)
    place: int = 0
    learnt: Learnt | None = None
    proposal: Proposal | None = None
    others: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    grave: list[dict] | None = None
    suspected: dict[str, Suspicion] = field(default_factory=dict)

    @property
    def suspicion(self) -> Suspicion | None:
        """Why the entry in front came before the others, None where it stands in its order."""
        return self.suspected.get(self.row["entry"]) if self.row is not None else None

    @property
    def given(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Entry, coder, themes of every code: those of others as of the last look, this coder's as of now."""
        return self.others + [(entry, self.coder, themes) for entry, themes in self.coded.items()]

    @property
    def row(self) -> dict | None:
        return self.rows[self.place] if self.place < len(self.rows) else None

    @property
    def last(self) -> dict | None:
        return self.rows[self.done[-1]] if self.done else None

    @property
    def is_approved(self) -> bool:
        return self.row is not None and self.approved.get(self.row["entry"], False)

    def say(self, themes: tuple[str, ...] | None) -> None:
        """The coder's answer to the entry; None skips it. The next one comes."""
        entry = self.rows[self.place]["entry"]
        self._look_again(themes)
        if themes is None:
            self.skipped.add(entry)
        else:
            self.coded[entry] = themes
        self.done.append(self.place)
        self.advance()

    def take_back(self) -> dict:
        """The last answer taken back: its entry is in front again."""
        self.place = self.done.pop()
        entry = self.rows[self.place]["entry"]
        self._look_again(self.coded.get(entry))
        self.coded.pop(entry, None)
        self.skipped.discard(entry)
        self.propose()
        return self.rows[self.place]

    def _look_again(self, themes: tuple[str, ...] | None) -> None:
        """The list of sensitive complaints is drawn up anew where this answer can have changed it."""
        if set(themes or ()) & set(codebook().sensitive) or is_sensitive(self.rows[self.place]["text"]):
            self.grave = None

    def advance(self) -> None:
        """To the next entry that this coder has not answered."""
        while self.row is not None and (self.row["entry"] in self.coded or self.row["entry"] in self.skipped):
            self.place += 1
        self.propose()

    def propose(self) -> None:
        row = self.row
        self.proposal = assisted.proposal(row["text"], self.learnt, row["entry"]) if row is not None else None

    def learn(self, here: Visit) -> None:
        """Learn from everything that was coded until now, by whomever."""
        self.others = [code for code in codes(here.store) if code[1] != self.coder]
        self.grave = None
        self.learnt = session.held(learnt, here, voices_heard.edition(here.store))
        self.propose()


def opened_desk(here: Visit, coder: str) -> Desk:
    """The desk of this coder, laid out once for a state of the data."""
    state = state_of(here)
    at = st.session_state.get("coding_desk")
    if at is None or (at.coder, at.state) != (coder, state):
        rows = list(records(feedback.to_code(here.store, coder)))
        coded = {row["entry"]: tuple(row["coded"].split(";")) for row in rows if row["coded"]}
        suspected = _suspected([row for row in rows if row["entry"] not in coded][:MOST_LOOKED_THROUGH])
        rows.sort(key=lambda row: row["entry"] not in suspected)  # those first, the others as they were
        approved = {row["entry"]: bool(row["is_approved"]) for row in rows}
        at = Desk(coder, state, rows, coded, approved, suspected=suspected)
        at.advance()
        at.learn(here)
        st.session_state["coding_desk"] = at
    return at


def _suspected(rows: list[dict]) -> dict[str, Suspicion]:
    """Entries that may be a complaint of harm though no word of the codebook says so."""
    found = perhaps_grave([row["text"] for row in rows])
    return {row["entry"]: suspicion for row, suspicion in zip(rows, found, strict=True) if suspicion is not None}


def learnt(here: Visit, edition: int) -> Learnt | None:
    """What the codes of all coders and the themes of the senders teach; people go before senders."""
    rows = list(records(feedback.to_code(here.store, "")))
    sent = {row["entry"]: theme for row in rows if (theme := assisted.written_theme(row["theme"]))}
    said = {entry: themes[0] for entry, _, themes in codes(here.store)}
    return assisted.learnt({row["entry"]: row["text"] for row in rows}, said, sent)


def state_of(here: Visit) -> str:
    """The state of the entries as it is now (a fragment keeps the visit of the last whole run): it changes with an
    upload or an undo, not with what coders say or approve, of whom there may be several at a time."""
    return f"{here.store.path} {newest_upload(here.store)}"


def learn_again(here: Visit, coder: str) -> None:
    """Learn from everything coded so far."""
    opened_desk(here, coder).learn(here)
