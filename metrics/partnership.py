"""The health of the partnership: its survey by round and factor, what changed, and how far partners lie apart.

A score is 1 (not at all) to 5 (fully). Nothing is worked out of fewer than `smallest_group` answers.
"""

from collections.abc import Sequence

import pandas as pd
from scipy import stats

from data.store import Store
from definitions.partnership import partnership
from metrics.engine import ask

CONFIDENCE = 0.95
SUPPRESSED = "suppressed"


def answers(store: Store) -> pd.DataFrame:
    """One row per answer: round, partner, kind, factor (as written), factor_key, score, respondent, comment."""
    found = ask(store, "survey_answers").astype(object)
    found = found.where(found.notna(), None)
    return found.assign(factor_key=[partnership().factor(text) for text in found["factor"]],
                        score=found["score"].astype(float))  # fmt: skip


def health(store: Store, round_: str | None = None) -> pd.DataFrame:
    """One row per round and factor, rounds in order and factors as in partnership.toml.

    Returns:
        round, factor (as most people wrote it), mean (over the answers), lowest, highest (of the partners' own means),
        partners, answers (counts), sd (between partners), change, change_low, change_high, change_pairs (against the
        round before, see `change`), reason (suppressed below the smallest group), factor_key.
    """
    found = answers(store)
    rounds = sorted(found["round"].unique())
    rows = []
    for position, name in enumerate(rounds):
        if round_ in (None, name):
            before = found[found["round"] == rounds[position - 1]] if position else found[:0]
            now = found[found["round"] == name]
            rows += [_factor_row(part, before) for part in _by_factor(now)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


COLUMNS = ("round", "factor", "mean", "lowest", "highest", "partners", "answers", "sd", "change", "change_low",
           "change_high", "change_pairs", "reason", "factor_key")  # fmt: skip


def _factor_row(part: pd.DataFrame, before: pd.DataFrame) -> dict[str, object]:
    key, least = part["factor_key"].iloc[0], partnership().smallest_group
    own = _own_means(part)
    row: dict[str, object] = dict.fromkeys(COLUMNS) | {
        "round": part["round"].iloc[0], "factor": part["factor"].mode().iloc[0], "factor_key": key,
        "partners": len(own), "answers": len(part),
    }  # fmt: skip
    if len(part) < least:
        return row | {"reason": SUPPRESSED}
    row |= {"mean": part["score"].mean()}
    if len(own) >= least:
        row |= {"lowest": own.min(), "highest": own.max(), "sd": own.std(ddof=1)}
    earlier = _own_means(before[before["factor_key"] == key])
    both = own.index.intersection(earlier.index)
    return row | change(earlier[both].tolist(), own[both].tolist())


def change(before: Sequence[float], now: Sequence[float]) -> dict[str, float | int | None]:
    """The mean change of the partners that answered both times, with its 95 % interval (paired t).

    `before` and `now` are scores of the same partners in the same order. None below the smallest group; a change is
    clear when its interval leaves out 0. Where all changed alike the interval has no width.
    """
    pairs = len(now)
    if pairs < partnership().smallest_group:
        return {"change": None, "change_low": None, "change_high": None, "change_pairs": pairs}
    moved = pd.Series(now, dtype=float) - pd.Series(before, dtype=float)
    middle, error = float(moved.mean()), float(moved.sem(ddof=1))
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, pairs - 1)) * error
    return {"change": middle, "change_low": middle - reach, "change_high": middle + reach, "change_pairs": pairs}


def spread(store: Store, round_: str) -> pd.DataFrame:
    """One row per factor and partner of a round: its own mean, without its name, and nothing of small groups.

    Returns:
        factor_key, factor, score, partners (how many gave exactly this score).
    """
    found = answers(store)
    rows = []
    for part in _by_factor(found[found["round"] == round_]):
        own = _own_means(part)
        if len(own) >= partnership().smallest_group:
            rows += [{"factor_key": part["factor_key"].iloc[0], "factor": part["factor"].mode().iloc[0],
                      "score": float(score), "partners": int(n)}
                     for score, n in own.value_counts().sort_index().items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["factor_key", "factor", "score", "partners"])


def by_side(store: Store, round_: str) -> pd.DataFrame:
    """One row per factor and side of the table (civil, institutional, other): mean, answers, partners.

    A side with fewer answers or partners than the smallest group is hidden (mean None, reason suppressed), and so is
    the next smallest where the hidden one could be worked out from the whole.
    """
    found, sides = answers(store), partnership().sides
    found = found[found["round"] == round_]
    found = found.assign(side=[sides.get(kind or "", "other") for kind in found["kind"]])
    rows = []
    for part in _by_factor(found):
        groups = {str(side): group for side, group in part.groupby("side")}
        sizes = {side: min(len(group), group["partner"].nunique()) for side, group in groups.items()}
        hidden = hidden_groups(sizes, partnership().smallest_group)
        rows += [{"factor_key": part["factor_key"].iloc[0], "side": side, "answers": len(group),
                  "partners": group["partner"].nunique(), "reason": SUPPRESSED if side in hidden else None,
                  "mean": None if side in hidden else group["score"].mean()}
                 for side, group in groups.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["factor_key", "side", "answers", "partners", "reason", "mean"])


def hidden_groups(sizes: dict[str, int], least: int) -> set[str]:
    """Which groups of a whole must not be shown: those below `least`, and as many more as keep them unknown."""
    hidden = {name for name, size in sizes.items() if size < least}
    shown = sorted((name for name in sizes if name not in hidden), key=lambda name: (sizes[name], name))
    while shown and 0 < sum(sizes[name] for name in hidden) < least:
        hidden.add(shown.pop(0))
    return hidden


def comments(store: Store, round_: str) -> list[tuple[str, str]]:
    """(factor_key, what was said) of a round, in alphabetical order and without the partner; none of small rounds."""
    found = answers(store)
    found = found[found["round"] == round_]
    if found["partner"].nunique() < partnership().smallest_group:
        return []
    said = found[found["comment"].notna()]
    return sorted(zip(said["factor_key"], said["comment"], strict=True))


def rounds(store: Store) -> list[str]:
    """The rounds of the survey, in order."""
    return sorted(answers(store)["round"].dropna().unique())


def response(store: Store, round_: str) -> tuple[int, int]:
    """Partners that answered in a round, and partners that there are."""
    found = answers(store)
    known = ask(store, "current_partners")["code"].tolist()
    came = set(found.loc[found["round"] == round_, "partner"])
    return len(came), len(came | set(known))


def _by_factor(found: pd.DataFrame) -> list[pd.DataFrame]:
    """The answers of each factor, in the order of the survey; factors of the forum's own after them."""
    order = {one.key: place for place, one in enumerate(partnership().factors)}
    parts = [part for _key, part in found.groupby("factor_key")]
    return sorted(
        parts, key=lambda part: (order.get(part["factor_key"].iloc[0], len(order)), part["factor_key"].iloc[0])
    )


def _own_means(part: pd.DataFrame) -> pd.Series:
    """One mean a partner, so that a partner with many respondents lies once in the spread."""
    return part.groupby("partner")["score"].mean()
