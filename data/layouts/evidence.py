"""What a table tells of an indicator that it does not define: which words, units and sums speak for which answer."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.problems import Said
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.units import is_percent
from locales import mark

_CLOSE = 1e-6
_MANY = 3
_NEAR = 0.7  # of a target
_STEADY = 0.6  # the first of figures that rise a little each time, of the last
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_PASSIVE = re.compile(r"di[a-z]{4,}")
_SHARES = ("persentase", "persen", "percentage", "percent", "proporsi", "proportion")


@dataclass(frozen=True)
class Finding:
    """An answer and why. `is_sure` is False where words only make it likely; `is_guess` where nothing speaks for it."""

    answer: str
    why: Said
    is_sure: bool = True
    is_guess: bool = False


def is_share(name: str, unit: str) -> bool:
    """Whether figures are shares: by the unit, or by a name that begins so where no unit is given."""
    words = layout_words()
    by_name = not unit and (fold(name).split(" ")[0] in _SHARES or "%" in name)
    return is_percent(unit) or fold(unit) in words.words("evidence", "percent_units") or "%" in unit or by_name


def measure(name: str, unit: str, texts: Sequence[str], *, has_parts: bool = False) -> Finding:
    """number, ratio, percent or yes_no; `has_parts`: numerators and denominators stand in the table."""
    if has_parts:
        return Finding("ratio", Said(mark("numerator and denominator")))
    if is_share(name, unit):
        return Finding("percent", Said(mark("unit {unit}"), {"unit": unit or "%"}))
    words = {fold(text) for text in texts if text}
    if fold(unit) in ("ya tidak", "yes no") or (words and words <= {"ya", "tidak", "yes", "no", "sudah", "belum"}):
        return Finding("yes_no", Said(mark("figures yes and no")))
    return Finding("number", Said(mark("unit {unit}"), {"unit": unit or "—"}))


def is_rate(unit: str) -> bool:
    """Whether a unit is an amount of each piece of something: kg/ha, Rp/kg, mg/L. Two villages have no sum of such."""
    words = layout_words()
    above, slash, below = unit.partition("/")
    if not slash:
        above, slash, below = unit.casefold().partition(" per ")
    return bool(slash) and fold(above) in words.words("evidence", "amounts") and fold(below) in words.words(
        "evidence", "of_each")  # fmt: skip


def over_units(name: str, unit: str, measured: Finding) -> Finding:
    """sum, max, ratio or none: how partners and places join. An average, an index, a rate have no sum."""
    words = layout_words()
    by_measure = {"ratio": "ratio", "yes_no": "max", "percent": "none"}.get(measured.answer)
    if by_measure or words.said("evidence", "level_units", unit) or is_rate(unit):
        return Finding(by_measure or "none", measured.why)
    if word := _unsummed(name):
        return Finding("none", Said(mark("the word '{word}'"), {"word": word}))
    return Finding("sum", measured.why)


def _unsummed(name: str) -> str | None:
    """The word at the beginning of a name, or in brackets, that says its figures have no sum: the average of the
    participants, Kepuasan warga (skor 1-4). A mean is one also at the end: `Nilai literasi rata-rata`."""
    words, folded = layout_words(), fold(name)
    told = [f"{fold(text)} " for text in (name, *_IN_BRACKETS.findall(name))]
    first = (word for word in words.words("evidence", "no_sum") if any(text.startswith(f"{word} ") for text in told))
    last = (word for word in words.words("evidence", "mean") if folded.endswith(f" {word}"))
    return next(itertools.chain(first, last), None)


def cumulative(text: str, measured: str) -> Finding | None:
    """What a column `Kumulatif / Non-kumulatif` says of how figures join. Shares are never added.

    The English word means to some that figures are added, to others that they were added already: it makes one likely.
    """
    words, why = layout_words(), Said(mark("'{text}'"), {"text": text})
    if fold(text) in words.words("evidence", "running"):
        return Finding("last", why, is_sure=False)
    if fold(text) in words.words("evidence", "separate"):
        return Finding("last" if measured == "percent" else "sum", why, is_sure=measured == "percent")
    way = next((way for way in ("last", "sum") if words.said("evidence", way, text)), None)
    return Finding("last" if measured == "percent" else way, why) if way else None


def over_time(name: str, unit: str) -> Finding:
    """sum, last, mean or max where no total tells: by the unit, by the name."""
    words = layout_words()
    if is_share(name, unit):
        return Finding("last", Said(mark("unit {unit}"), {"unit": unit or "%"}))
    for answer in ("last", "sum"):  # `non kumulatif` holds the word `kumulatif`
        if word := words.said("evidence", answer, name):
            return Finding(answer, Said(mark("the word '{word}'"), {"word": word}))
    if words.said("evidence", "level_units", unit) or is_rate(unit):
        return Finding("last", Said(mark("unit {unit}"), {"unit": unit}))
    if word := _unsummed(name):
        return Finding("last", Said(mark("the word '{word}'"), {"word": word}), is_sure=False)
    return _by_words(name, unit)


def _by_words(name: str, unit: str) -> Finding:
    """sum or last by what is counted: what happens is added, what is there is not. Nothing of it is sure."""
    words = layout_words()
    stands = words.said("evidence", "standing", name)
    stock = words.said("evidence", "stock", name) or stands
    is_money = words.said("evidence", "money_units", unit)
    if flow := words.said("evidence", "flow", name):  # trained and still active: then nothing is taken unasked
        return _likely("last", stands, is_guess=True) if stands else _likely("sum", flow)
    if is_money and not stock and (flow := words.said("evidence", "worth", name)):  # what was invested, sold, lent
        return _likely("sum", flow, is_guess=not words.said("evidence", "flow_of_money", name))
    if state := words.said("evidence", "state", name):
        return _likely("last", state)
    if done := words.said("evidence", "happening", name) or _done(name):
        return _likely("sum", done, is_guess=True)
    if stock or (stock := words.said("evidence", "lasting", unit) or words.said("evidence", "lasting", name)):
        return _likely("last", stock, is_guess=True)  # those who are there each month are the same ones
    return Finding("sum", Said(mark("most counts are added")), is_sure=False, is_guess=True)


def _likely(answer: str, word: str, *, is_guess: bool = False) -> Finding:
    return Finding(answer, Said(mark("the word '{word}'"), {"word": word}), is_sure=False, is_guess=is_guess)


def _done(name: str) -> str | None:
    """A word of what was done to something (disahkan, direnovasi), but for those of how it is (dimiliki, dibina)."""
    others = layout_words().words("evidence", "no_deed")
    return next((word for word in fold(name).split() if _PASSIVE.match(word) and word not in others), None)


def by_totals(steps: Sequence[float], totals: Sequence[float]) -> Finding | None:
    """sum, last, mean or max: the one way of joining at least two steps that explains a total beside them."""
    if len(steps) < 2 or not totals:
        return None
    total = totals[0]
    ways = {"sum": sum(steps), "last": steps[-1], "mean": sum(steps) / len(steps), "max": max(steps)}
    fitting = [way for way, made in ways.items() if abs(made - total) <= _CLOSE * max(abs(total), 1)]
    if "last" in fitting and "max" in fitting:  # rising figures: the last is the largest
        fitting.remove("max")
    why = {
        "sum": mark("the figures add up to {total}"),
        "last": mark("the last figure is the total {total}"),
        "mean": mark("the mean of the figures is {total}"),
        "max": mark("the largest figure is {total}"),
    }
    return Finding(fitting[0], Said(why[fitting[0]], {"total": float(total)})) if len(fitting) == 1 else None


def by_target(stated: Finding, results: Sequence[float], target: float | None) -> Finding:
    """What words say of how figures join, unless each of three or more alone comes near the target of the whole, and
    together they are far beyond it: then they are likely the same ones again, and it is asked."""
    if stated.is_sure or target is None or target <= 0 or len(results) < _MANY or stated.answer != "sum":
        return stated
    is_near = all(_NEAR * target <= each <= target / _NEAR for each in results)
    if not is_near or sum(results) < 2 * target:
        return stated
    why = Said(mark("each figure alone comes near the target {total}"), {"total": float(target)})
    return Finding("last", why, is_sure=False, is_guess=True)


def by_course(stated: Finding, results: Sequence[float], before: float | None = None) -> Finding:
    """Where nothing speaks for one way: four or more figures that never fall, rise and stay near each other are likely
    one state that grows; figures far below what stood there `before`, from the start, are no state. It is asked."""
    if not stated.is_guess or not results:
        return stated
    if stated.answer == "last" and before is not None and before >= 2 * max(results):
        why = Said(mark("the figure from the start is {first}"), {"first": before})
        return Finding("sum", why, is_sure=False, is_guess=True)
    never_falls = all(after >= earlier for earlier, after in itertools.pairwise(results))
    is_near = _STEADY * results[-1] <= results[0] < results[-1]
    if stated.answer != "sum" or len(results) <= _MANY or not never_falls or not is_near:
        return stated
    why = Said(mark("the figures rise from {first} to {last}"), {"first": results[0], "last": results[-1]})
    return Finding("last", why, is_sure=False, is_guess=True)


def direction(name: str, unit: str, baseline: float | None, target: float | None, targets: Sequence[float]) -> Finding:
    """up or down: by baseline and target, by targets that all rise or all fall, by words of the name."""
    words = layout_words()
    down = words.said("evidence", "down", name)
    if keep := words.said("evidence", "keep", name):
        return Finding("keep", Said(mark("the word '{word}'"), {"word": keep}), is_sure=False)
    if baseline is not None and target is not None and baseline != target:
        answer = "up" if target > baseline else "down"
        why = Said(mark("baseline {baseline}, target {target}"), {"baseline": float(baseline), "target": float(target)})
        return Finding(answer, why, is_sure=not (down and answer == "up" and is_share(name, unit) and not baseline))
    if len(targets) > 1 and all(after < before for before, after in itertools.pairwise(targets)):
        why = Said(mark("targets from {first} to {last}"), {"first": float(targets[0]), "last": float(targets[-1])})
        if (flow := words.said("evidence", "flow", name)) and not down:  # fewer are planned, and yet more are better
            return Finding("up", Said(mark("the word '{word}'"), {"word": flow}), is_sure=False)
        return Finding("down", why, is_sure=bool(down) or is_share(name, unit))
    served = words.said("evidence", "served", name)
    if down and served and not words.said("evidence", "unserved", name):  # stunted children who are fed: more is better
        return Finding("up", Said(mark("the word '{word}'"), {"word": served}), is_sure=False)
    if down:
        rises = len(targets) > 1 and all(after > before for before, after in itertools.pairwise(targets))
        return Finding("up" if rises else "down", Said(mark("the word '{word}'"), {"word": down}), is_sure=False)
    if len(targets) > 1 and targets[-1] > targets[0]:
        why = Said(mark("targets from {first} to {last}"), {"first": float(targets[0]), "last": float(targets[-1])})
        return Finding("up", why)
    return Finding("up", Said(mark("no word of a reduction")))
