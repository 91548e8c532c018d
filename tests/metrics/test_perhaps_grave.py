"""The second net: what may be a complaint of harm is read first, and nothing is decided."""

from datetime import date
from pathlib import Path

import numpy as np

from definitions.harm import examples, signs
from metrics.keyword_coding import is_sensitive
from metrics.many_suggestions import waiting
from metrics.perhaps_grave import LEAST_SURE, out_of_fold, perhaps_grave

VEILED = "Kata beliau surat saya cepat beres asal saya datang malam-malam ke gudang"
PLAIN = "Air kran keruh sejak pipa diganti, mohon dicek"
NAMED = "Saya dipukul petugas"


def test_it_finds_half_of_what_it_never_read_and_takes_one_in_twelve_that_looks_alike():
    """Each third of the examples is judged by the other two."""
    sure, is_grave = out_of_fold(folds=3)
    assert np.mean(sure[is_grave] >= LEAST_SURE) >= 0.5
    assert np.mean(sure[~is_grave] >= LEAST_SURE) <= 0.08


def test_of_sentences_kept_from_it_more_than_half_are_read_first_and_one_harmless_in_twenty():
    lines = Path(__file__).with_name("veiled_held_out.txt").read_text("utf-8").splitlines()
    told = {sign: [line[2:] for line in lines if line.startswith(f"{sign} ")] for sign in "+-"}
    assert len(told["+"]) == len(told["-"]) == 40 and not set(told["+"] + told["-"]) & {text for text, _ in examples()}
    first = {sign: [is_sensitive(text) or one is not None for text, one in zip(of, perhaps_grave(of), strict=True)]
             for sign, of in told.items()}  # fmt: skip
    assert sum(first["+"]) >= 23 and sum(first["-"]) <= 2


def test_a_veiled_complaint_is_suspected_with_its_signs_and_a_plain_one_is_not():
    veiled, plain, named, empty = perhaps_grave([VEILED, PLAIN, NAMED, " "])
    assert veiled.confidence >= LEAST_SURE and veiled.words == ("beliau", "cepat", "asal", "malam-malam")
    assert plain is None and empty is None
    assert named is None  # a word of the codebook has decided that already


def test_what_is_suspected_is_not_confirmed_many_at_a_time():
    rows = [{"entry": name, "text": text, "theme": None, "date": date(2025, 5, 1)}
            for name, text in (("1", VEILED), ("2", PLAIN))]  # fmt: skip
    assert [one.row["entry"] for one in waiting(rows, None, set())] == ["2"]


def test_every_sign_is_said_somewhere_and_examples_are_read_once():
    texts = [text for text, _ in examples()]
    assert len(texts) == len(set(texts)) >= 1650
    assert len(signs()) >= 35 and all(words for words in signs().values())
