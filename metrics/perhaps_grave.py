"""A second net for complaints of harm that no word of the codebook names: what should be read by a person first.

It decides nothing: an entry that it finds keeps its theme and stands in every figure as before. It comes first on the
coding desk, is left out of what is confirmed many at a time, and says by which words it was found. Learnt on this
machine from the sentences of definitions/harm_examples.txt; what it finds and misses stands in docs/privacy.md.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from definitions.harm import examples, signs
from metrics.keyword_coding import is_sensitive

LEAST_SURE = 0.66
"""Above it stand 7 % of the harmless sentences, most of them made to look alike, when each is judged by the others."""
STRENGTH = 3.0  # C of the regression, chosen by ten-fold cross-validation on the examples
MOST_REASONS = 4
_WORD = re.compile(r"\w+(?:-\w+)*")


class Suspicion(NamedTuple):
    """How sure (0 to 1) that a text speaks of harm, and the signs that say so, as they stand in the text."""

    confidence: float
    words: tuple[str, ...]


def perhaps_grave(texts: Sequence[str]) -> list[Suspicion | None]:
    """One suspicion a text, None where there is none or where words of the codebook have decided already."""
    open_ones = [place for place, text in enumerate(texts) if text.strip() and not is_sensitive(text)]
    found: list[Suspicion | None] = [None] * len(texts)
    if open_ones:
        sure = _model().predict_proba([texts[place] for place in open_ones])[:, 1]
        for place, confidence in zip(open_ones, sure.tolist(), strict=True):
            if confidence >= LEAST_SURE:
                found[place] = Suspicion(confidence, _words(texts[place]))
    return found


def out_of_fold(folds: int = 10) -> tuple[np.ndarray, np.ndarray]:
    """Of each example how sure the others make it, and whether it is grave: what LEAST_SURE was read from."""
    texts, is_grave = zip(*examples(), strict=True)
    given, sure = np.array(is_grave), np.zeros(len(texts))
    for fold in range(folds):
        held = np.arange(len(texts)) % folds == fold
        model = _fitted([text for text, out in zip(texts, held, strict=True) if not out], given[~held])
        sure[held] = model.predict_proba([text for text, out in zip(texts, held, strict=True) if out])[:, 1]
    return sure, given


def _words(text: str) -> tuple[str, ...]:
    """The signs that stand in the text, in their order."""
    low = text.lower()
    return tuple(dict.fromkeys(low[start:end] for start, end, _ in sorted(_spans(low))))[:MOST_REASONS]


@lru_cache(maxsize=1)
def _model() -> Pipeline:
    texts, is_grave = zip(*examples(), strict=True)
    return _fitted(list(texts), np.array(is_grave))


def _fitted(texts: Sequence[str], is_grave: np.ndarray) -> Pipeline:
    """Words, pairs of words, rows of letters, signs and pairs of signs, weighed together."""
    features = FeatureUnion([
        ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+")),
        ("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
        ("signs", TfidfVectorizer(analyzer=_signs_in)),
    ])  # fmt: skip
    weighed = LogisticRegression(C=STRENGTH, max_iter=5000, class_weight="balanced")
    return Pipeline([("features", features), ("weighed", weighed)]).fit(texts, is_grave)


def _signs_in(text: str) -> Iterable[str]:
    """The signs of a text and every two of them together."""
    found = list(dict.fromkeys(name for _, _, names in sorted(_spans(text.lower())) for name in names))
    return found + ["+".join(sorted(pair)) for pair in itertools.combinations(found, 2)]


def _spans(low: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where signs stand, and of which names: words as they are, words that begin so, and phrases."""
    whole, begun, phrases = _book()
    for token in _WORD.finditer(low):
        word = token[0]
        names = whole.get(word, ()) + tuple(
            name for length in range(2, len(word) + 1) if word[:length] in begun for name in begun[word[:length]]
        )
        if names:
            yield token.start(), token.end(), names
    for phrase, names in phrases.items():
        if phrase in low and (found := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", low)):
            yield found.start(), found.end(), names


@lru_cache(maxsize=1)
def _book() -> tuple[dict[str, tuple[str, ...]], ...]:
    """Words, beginnings of words (`senggol*`) and phrases (`tidak_usah`), each with the names of its signs."""
    whole, begun, phrases = defaultdict(tuple), defaultdict(tuple), defaultdict(tuple)
    for name, words in signs().items():
        for word in words:
            kind = phrases if "_" in word else begun if word.endswith("*") else whole
            kind[word.rstrip("*").replace("_", " ")] += (name,)
    return dict(whole), dict(begun), dict(phrases)
