"""Every sentence in the code is there in Indonesian, checked, and with the same blanks."""

from string import Formatter

from babel.messages.catalog import Message

from locales import CATALOGUE
from locales.extract import forms, messages, read


def blanks(text):
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def faults(msgid: str | tuple[str, str], message: Message | None) -> list[str]:
    """What is wrong with the translation of one sentence, or of one and its plural."""
    if message is None or not all(forms(message.string)):
        return [f"{msgid!r} has no Indonesian; run python -m locales."]
    wanted = set.union(*map(blanks, forms(msgid)))
    return [
        *([f"{msgid!r}: check the translation and remove the word fuzzy."] if message.fuzzy else []),
        *(f"{msgid!r} must keep {sorted(wanted)}." for text in forms(message.string) if blanks(text) != wanted),
    ]


def test_every_sentence_has_a_checked_translation_with_the_same_blanks():
    catalogue, found = read(CATALOGUE), [message.id for message in messages() if message.id]
    assert len(found) > 2000
    assert [fault for msgid in found
            for fault in faults(msgid, catalogue.get(msgid if isinstance(msgid, str) else msgid[0]))] == []  # fmt: skip


def test_each_fault_of_a_translation_would_be_found():
    assert faults("{n} of {m}", None) and faults("{n} of {m}", Message("{n} of {m}", ""))
    assert faults("{n} of {m}", Message("{n} of {m}", "{n} dari {m}")) == []
    assert "must keep ['m', 'n']" in faults("{n} of {m}", Message("{n} of {m}", "{n} dari {k}"))[0]
    assert "fuzzy" in faults("{n} of {m}", Message("{n} of {m}", "{n} dari {m}", flags={"fuzzy"}))[0]
    assert faults(("{n} place", "{n} places"), Message(("{n} place", "{n} places"), ("tempat",)))


def test_indonesian_has_one_number_form():
    assert read(CATALOGUE).num_plurals == 1
