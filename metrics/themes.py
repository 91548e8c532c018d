"""Assisted coding: learns from entries that people coded, suggests the theme of the others, and says by which words.

Two linear models on the same counts (words, rows of letters, tone) vote: logistic regression, and logistic regression
on counts weighted by naive Bayes (Wang & Manning 2012, "Baselines and Bigrams"). Linear, so that every suggestion is
the sum of its words. Local and deterministic: the same coded entries give the same suggestions on every machine.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold

from definitions.small_words import small_words
from metrics.theme_words import TONE_FEATURES, as_written, features, plain, tone_of

SMOOTHING = 0.3  # of the naive Bayes counts
STRENGTHS = (10.0, 5.0)  # C of the two models; chosen by cross-validation on train and valid together
TONE_WEIGHT = 0.5
TEMPERATURES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0, 3.0)
FEWEST_TO_CALIBRATE = 30
FOLDS = 3
NEVER = -30.0  # log odds


class Reason(NamedTuple):
    """A word or a pair of words of the text, and how much it spoke for the suggestion (in log odds)."""

    words: str
    weight: float


class Suggestion(NamedTuple):
    """A label, how sure (0 to 1), and the words that spoke for it, the strongest first."""

    label: str
    confidence: float
    reasons: tuple[Reason, ...] = ()


class ThemeCoder:
    """Fitted to coded texts once; `suggest` may be asked as often as wanted."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str], *, leave_out: bool = False) -> None:
        """Learn from texts and their labels; with `leave_out` also three times without a third of them each, so that
        `suggest_left_out` can say of each text what the others say. Raises ValueError when there is no text, or the
        two differ in length."""
        if not texts or len(texts) != len(labels):
            raise ValueError(
                f"Give as many labels as texts, at least one; got {len(texts)} texts, {len(labels)} labels."
            )
        self.labels = sorted(set(labels))
        self._only = self.labels[0] if len(self.labels) == 1 else None
        self._temperature, self._folds = 1.0, []
        if self._only is None:
            self._learn(list(texts), np.array([self.labels.index(label) for label in labels]), leave_out)

    def _learn(self, texts: list[str], given: np.ndarray, leave_out: bool) -> None:
        self._counts = _Counts(texts)
        table = self._counts.table(texts)
        self._model = _fitted(table, given, len(self.labels))
        can_calibrate = len(given) >= FEWEST_TO_CALIBRATE and min(Counter(given.tolist()).values()) >= FOLDS
        if leave_out or can_calibrate:
            folds = _folds(table, given, len(self.labels))
            if can_calibrate:
                self._temperature = _temperature(table, given, folds)
            self._folds = folds if leave_out else []

    def suggest(self, texts: Sequence[str], *, reasons: int = 0) -> list[Suggestion]:
        """One suggestion a text, in order, with up to so many reasons."""
        if self._only is not None:
            return [Suggestion(self._only, 1.0) for _ in texts]
        return self._suggested(texts, self._model, reasons) if len(texts) else []

    def suggest_left_out(self, place: int, text: str, *, reasons: int = 0) -> Suggestion | None:
        """What was learnt without the text at this place says of it; None where all texts have one label."""
        if self._only is not None:
            return None
        model = next(model for model, left_out in self._folds if place in left_out)
        return self._suggested([text], model, reasons)[0]

    def _suggested(self, texts: Sequence[str], model: "_Model", reasons: int) -> list[Suggestion]:
        table = self._counts.table(texts)
        shares = _shares(table, model, self._temperature)
        best = shares.argmax(1)
        why = [self._reasons(table[row], text, model, best[row], reasons) if reasons else ()
               for row, text in enumerate(texts)]  # fmt: skip
        return [Suggestion(self.labels[label], float(shares[row, label]), why[row]) for row, label in enumerate(best)]

    def _reasons(self, row: sparse.csr_matrix, text: str, model: "_Model", label: int, most: int) -> tuple[Reason, ...]:
        """The words of a text, as it has them, that spoke for the label more than for the others. Those that say little
        (`di`, `sudah`) count too, and are named only where no other word spoke."""
        known = row.indices < len(self._counts.words)
        columns, values = row.indices[known], row.data[known]
        weights = sum(part[label][columns] - part[:, columns].mean(0) for part in model.weights) / len(model.weights)
        spoken = [(self._counts.words[column], value) for column, value in zip(columns, values * weights, strict=True)]
        strongest = sorted((entry for entry in spoken if entry[1] > 0), key=lambda entry: (-entry[1], entry[0]))
        written = as_written(text)
        found = {written.get(words, words): float(weight) for words, weight in reversed(strongest)
                 if any(sign.isalpha() for sign in words)}  # fmt: skip
        telling = {words: weight for words, weight in found.items() if not small_words().issuperset(words.split())}
        named = sorted((telling or found).items(), key=lambda one: -one[1])
        return tuple(Reason(words, weight) for words, weight in named[:most])


class _Model(NamedTuple):
    """Weights (labels × columns) and offsets (labels) of the two models, each label against the others."""

    weights: list[np.ndarray]
    offsets: list[np.ndarray]


class _Counts:
    """Texts as rows of numbers: TF-IDF of words and pairs, of rows of two to five letters, and the tone."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = TfidfVectorizer(analyzer=features, sublinear_tf=True)
        least = 2 if len(texts) >= 20 else 1
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=least)
        self._has_words = self._fit(self._words, texts)
        self._has_letters = self._fit(self._letters, [plain(text) for text in texts])
        self.words = self._words.get_feature_names_out() if self._has_words else np.array([], object)

    @staticmethod
    def _fit(counter: TfidfVectorizer, texts: Sequence[str]) -> bool:
        try:
            counter.fit(texts)
        except ValueError:  # not one word in all the texts
            return False
        return True

    def table(self, texts: Sequence[str]) -> sparse.csr_matrix:
        parts = [self._words.transform(texts)] if self._has_words else []
        if self._has_letters:
            parts.append(self._letters.transform([plain(text) for text in texts]))
        parts.append(
            sparse.csr_matrix(np.array([tone_of(text) for text in texts]).reshape(-1, len(TONE_FEATURES)) * TONE_WEIGHT)
        )
        return sparse.hstack(parts).tocsr()


def _fitted(table: sparse.csr_matrix, given: np.ndarray, size: int) -> _Model:
    """Both models, fitted. A label that no text here has is never suggested."""
    tone_columns = len(TONE_FEATURES)
    weights = [np.zeros((size, table.shape[1])) for _ in STRENGTHS]
    offsets = [np.full(size, NEVER) for _ in STRENGTHS]
    for label in np.unique(given):
        is_label = given == label
        ratio = np.append(_log_ratio(table[:, :-tone_columns], is_label), np.ones(tone_columns))
        for model, (strength, scale) in enumerate(zip(STRENGTHS, (np.ones_like(ratio), ratio), strict=True)):
            if is_label.all():
                offsets[model][label] = -NEVER
                continue
            fitted = LogisticRegression(C=strength, class_weight="balanced", solver="liblinear", random_state=0)
            fitted.fit(table.multiply(scale).tocsr(), is_label)
            weights[model][label], offsets[model][label] = fitted.coef_[0] * scale, fitted.intercept_[0]
    return _Model(weights, offsets)


def _log_ratio(table: sparse.csr_matrix, is_label: np.ndarray) -> np.ndarray:
    """log of the share of each column under the label over its share under the others."""
    yes = SMOOTHING + np.asarray(table[is_label].sum(0)).ravel()
    no = SMOOTHING + np.asarray(table[~is_label].sum(0)).ravel()
    return np.log(yes / yes.sum()) - np.log(no / no.sum())


def _shares(table: sparse.csr_matrix, model: _Model, temperature: float) -> np.ndarray:
    """The chance of each label: the mean of both models, sharpened or softened."""
    total = np.zeros((table.shape[0], len(model.offsets[0])))
    for weights, offset in zip(model.weights, model.offsets, strict=True):
        chance = 1 / (1 + np.exp(-(np.asarray(table @ weights.T) + offset)))
        total += chance / chance.sum(1, keepdims=True)
    softened = (total / total.sum(1, keepdims=True)) ** (1 / temperature)
    return softened / softened.sum(1, keepdims=True)


def _folds(table: sparse.csr_matrix, given: np.ndarray, size: int) -> list[tuple[_Model, frozenset[int]]]:
    """Three models, each with the places of the texts that it has not seen; every label in every third where it can."""
    is_common = min(Counter(given.tolist()).values()) >= FOLDS
    splits = (StratifiedKFold if is_common else KFold)(min(FOLDS, len(given)), shuffle=True, random_state=0)
    return [(_fitted(table[learn], given[learn], size), frozenset(left_out.tolist()))
            for learn, left_out in splits.split(table, given)]  # fmt: skip


def _temperature(table: sparse.csr_matrix, given: np.ndarray, folds: list[tuple[_Model, frozenset[int]]]) -> float:
    """How much to sharpen, so that of suggestions with 80 % about 80 % are right: least log loss on texts left out."""
    shares = np.zeros((len(given), len(folds[0][0].offsets[0])))
    for model, left_out in folds:
        rows = sorted(left_out)
        shares[rows] = _shares(table[rows], model, 1.0)
    return min(TEMPERATURES, key=lambda temperature: _log_loss(shares ** (1 / temperature), given))


def _log_loss(shares: np.ndarray, given: np.ndarray) -> float:
    right = shares[np.arange(len(given)), given] / shares.sum(1)
    return float(-np.log(np.maximum(right, 1e-12)).mean())
