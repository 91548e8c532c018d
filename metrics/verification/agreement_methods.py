"""Agreement of coders."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics import agreement
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.registry import method

_WEIGHTS = {
    "equal": "linear",
    "squared": "quadratic",
    "none": None,
    "unweighted": None,
    "": None,
    "linear": "linear",
    "quadratic": "quadratic",
}


@method(
    "cohen_kappa",
    "cohens_kappa",
    "kappa",
    "weighted_kappa",
    "cohen_kappa_weighted",
    "cohen",
    "cohen_kappa_ci",
    "cohen_kappa_se",
    "cohen_weighted_kappa",
)
def cohen(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Cohen's kappa, with weights for ordered codes; from a table or from two lists of codes."""
    weights = given.get("weights", "weight", "wt", default=None)
    if isinstance(weights, str):
        if weights.casefold() not in _WEIGHTS:
            raise BadInput(f"weights {weights!r} are not known")
        weights = _WEIGHTS[weights.casefold()]
    if given.has("table", "matrix", "confusion", "counts"):
        table = given.get("table", "matrix", "confusion", "counts")
    elif given.has("ratings", "data"):
        table = agreement.cross_table(*_two_coders(_rows(given, given.get("ratings", "data"))))
    else:
        table = agreement.cross_table(
            _codes(given, given.get("rater1", "a", "coder1", "first")),
            _codes(given, given.get("rater2", "b", "coder2", "second")),
        )
    found = agreement.cohen(table, weights)
    return found._asdict() | {
        "value": found.kappa,
        "ci": [found.low, found.high],
        "observed_agreement": found.observed,
        "p_o": found.observed,
        "std_kappa0": found.se_if_zero,
        "ase_h0": found.se_if_zero,
        "p_two_sided": found.p_value,
        "pvalue_one_sided": found.p_value / 2,
        "p_one_sided": found.p_value / 2,
        "band": agreement.landis_koch(found.kappa),
    }


@method("fleiss_kappa", "fleiss")
def fleiss(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _several(given, given.word("method", default="fleiss"))


@method(
    "randolph_kappa",
    "randolph",
    "free_marginal_kappa",
    "randolph_free_marginal",
    "fleiss_randolph",
    "randolph_free_marginal_kappa",
    "free_marginal_multirater_kappa",
)
def randolph(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _several(given, "randolph")


@method("krippendorff_alpha", "krippendorffs_alpha", "krippendorff", "alpha_krippendorff")
def krippendorff(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Krippendorff's alpha by level of measurement."""
    level = given.word("level", "level_of_measurement", "metric", "type", default="nominal")
    domain = given.get("domain", "value_domain", default=None)
    if given.has("value_counts", "counts"):
        alpha = agreement.krippendorff_of_counts(given.get("value_counts", "counts"), domain, level)
    else:
        data = given.get("data", "reliability_data", "ratings", default=None)
        if data is None:
            raise agreement.NotComputable("the codes, or how often each was given, needed")
        data = _rows(given, data)
        if given.word("orientation", "layout", default="coders") in ("units", "units_in_rows", "unit"):
            data = [list(column) for column in zip(*data, strict=True)]
        alpha = agreement.krippendorff(data if level == "nominal" else _as_figures(data), level, domain)
    return {"alpha": alpha, "value": alpha, "band": agreement.krippendorff_band(alpha)}


@method("landis_koch_band", "landis_koch", "kappa_band", "kappa_magnitude")
def landis_koch(given: Inputs, _bench: Bench) -> dict[str, Any]:
    word = agreement.landis_koch(given.figure("kappa", "value", "k"))
    return {"band": word, "label": word, "value": word}


@method("krippendorff_band", "alpha_band")
def krippendorff_band(given: Inputs, _bench: Bench) -> dict[str, Any]:
    word = agreement.krippendorff_band(given.figure("alpha", "value"))
    return {"band": word, "value": word}


@method("percent_agreement", "observed_agreement", "overall_agreement")
def observed(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The share of pairs of coders that agree."""
    return {"agreement": _several(given, "randolph")["agreement"]}


def _several(given: Inputs, kind: str) -> dict[str, Any]:
    """Of a table of counts (one row a unit), or of ratings (one row a unit, one column a coder)."""
    table = given.get("table", "counts", "matrix", default=None)
    if table is None:
        table = agreement.counted_codes(_rows(given, given.get("ratings", "data")))
    shared = agreement.observed_agreement(table)
    kappa = agreement.fleiss(table, "randolph" if kind.startswith(("rand", "free", "unif")) else "fleiss")
    free = agreement.fleiss(table, "randolph")
    return {
        "kappa": kappa,
        "value": kappa,
        "agreement": shared,
        "observed_agreement": shared,
        "p_o": shared,
        "overall_agreement": shared,
        "percent_agreement": shared,
        "randolph": free,
        "free_marginal": free,
        "kappa_free": free,
        "free_marginal_kappa": free,
        "randolph_kappa": free,
    }


def _two_coders(ratings: list) -> tuple[list, list]:
    """Two lists of codes, or a list of pairs."""
    if len(ratings) == 2 and len(ratings[0]) != 2:
        return ratings[0], ratings[1]
    return [pair[0] for pair in ratings], [pair[1] for pair in ratings]


_MISSING = ("*", ".", "", "-", "na", "n/a", "nan", "none", "null", "missing")
"""Signs for "no code" in published tables; Krippendorff's own are the star and the point."""


def _rows(given: Inputs, data: Any) -> list[list[Any]]:
    """Rows of codes, None where there is none; a row may be a text of codes with blanks between them."""
    rows = list(data.values()) if isinstance(data, Mapping) else data
    return [_codes(given, row.split() if isinstance(row, str) else row) for row in rows]


def _codes(given: Inputs, row: Sequence[Any]) -> list[Any]:
    said = given.get("missing", "missing_code", "missing_value", "missing_codes", "na", "na_value", default=None)
    missing = [folded_code(code) for code in (said if isinstance(said, list) else [] if said is None else [said])]
    return [None if code is None or folded_code(code) in (*_MISSING, *missing) else code for code in row]


def folded_code(code: Any) -> str:
    """A code as a text: 99, 99.0 and "99" are one."""
    if isinstance(code, int | float) and not isinstance(code, bool):
        return f"{code:g}"
    return str(code).strip().casefold()


def _as_figures(rows: list[list[Any]]) -> list[list[Any]]:
    """Codes written as texts of figures as figures, where all of them are."""
    try:
        return [[None if code is None else float(code) for code in row] for row in rows]
    except (TypeError, ValueError):
        return rows
