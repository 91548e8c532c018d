"""Every sentence in the code is there in Indonesian, checked, and with the same blanks."""

from string import Formatter

import pytest

from locales import CATALOGUE
from locales.extract import forms, messages, read

CATALOGUE_ID = read(CATALOGUE)
MESSAGES = [message.id for message in messages() if message.id]


def blanks(text):
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("msgid", MESSAGES, ids=lambda msgid: forms(msgid)[0][:50])
def test_every_sentence_has_a_checked_translation_with_the_same_blanks(msgid):
    message = CATALOGUE_ID.get(msgid if isinstance(msgid, str) else msgid[0])
    assert message is not None and all(forms(message.string)), f"{msgid!r} has no Indonesian; run python -m locales."
    assert not message.fuzzy, f"{msgid!r}: check the translation and remove the word fuzzy."
    wanted = set.union(*map(blanks, forms(msgid)))
    assert all(blanks(text) == wanted for text in forms(message.string)), f"{msgid!r} must keep {sorted(wanted)}."


def test_indonesian_has_one_number_form():
    assert CATALOGUE_ID.num_plurals == 1
