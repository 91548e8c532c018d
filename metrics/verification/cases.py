"""Cases in, findings out: one case that cannot be worked out never stops the others."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.methods import METHODS, method_named
from metrics.verification.shape import plain, same, shaped

KNOWN_DEFECT = "known_defect"
DEFAULT_TOLERANCE = 1e-9


class CaseFileError(ValueError):
    """The file of cases cannot be read; the message says why."""


def read_cases(path: Path) -> list[Any]:
    """The cases in a JSON file: a list, or an object with a list under `cases`.

    Raises CaseFileError when it is neither, or no JSON.
    """
    try:
        raw = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CaseFileError(f"{path}: {error.strerror}") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CaseFileError(f"{path}: {error}") from error
    found = raw.get("cases") if isinstance(raw, Mapping) else raw
    if not isinstance(found, list):
        raise CaseFileError(f"{path}: a list of cases is expected")
    return found


def verify(cases: Sequence[Any]) -> list[dict[str, Any]]:
    """A finding per case, in order.

    `ok`: equal within the case's tolerance. For kind "known_defect" the printed number is wrong, so `ok` means that
    ours differs from it.
    """
    with Bench() as bench:
        return [_finding(case, bench) for case in cases]


def _finding(case: Any, bench: Bench) -> dict[str, Any]:
    if not isinstance(case, Mapping):
        return _failed({}, f"a case must be an object, got {type(case).__name__}")
    try:
        return _worked_out(case, bench)
    except Exception as error:  # one odd case must not take the others with it, whatever is odd about it
        return _failed(case, f"{type(error).__name__}: {error}")


def _worked_out(case: Mapping[str, Any], bench: Bench) -> dict[str, Any]:
    name, expected = str(case.get("method")), case.get("expected")
    method = method_named(name)
    if method is None:
        return _failed(case, f"there is no method {name!r}; known are {', '.join(sorted(METHODS))}")
    given, refused = Inputs(case.get("inputs", {})), ""
    try:
        with np.errstate(all="ignore"):  # figures beyond what a computer can hold become "not computable" below
            answer = method(given, bench)
    except BadInput as error:
        return _failed(case, str(error))
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        refused = str(error)
        answer = _nothing(expected, refused)
    computed = plain(shaped(answer, expected))
    equal = same(computed, expected, _tolerance(case))
    is_defect = case.get("kind") == KNOWN_DEFECT
    found = {
        "id": case.get("id"),
        "method": case.get("method"),
        "computed": computed,
        "expected": expected,
        "ok": equal is not is_defect,
    }
    if unread := [] if refused else given.unread():
        listed = ", ".join(f"`{name}`" for name in unread)
        return found | {"ok": False, "reason": f"{listed}: no input that this method knows, so it was left out"}
    if is_defect and refused:
        return found | {"ok": False, "reason": f"nothing was computed that could differ: {refused}"}
    if is_defect:
        found["reason"] = "the printed number is wrong: " + (
            "ours is the same" if equal else "ours differs, as it should"
        )
    elif not equal and isinstance(answer, Mapping) and answer.get("error"):
        found["reason"] = str(answer["error"])
    return found


def _nothing(expected: Any, reason: str) -> Any:
    """What is not computable: nothing in every place, and the reason as `error`."""
    if not isinstance(expected, Mapping):
        return None
    return dict.fromkeys(expected) | {"error": reason}


def _tolerance(case: Mapping[str, Any]) -> float:
    given = case.get("tolerance")
    return float(given) if isinstance(given, int | float) and not isinstance(given, bool) else DEFAULT_TOLERANCE


def _failed(case: Mapping[str, Any], reason: str) -> dict[str, Any]:
    return {
        "id": case.get("id"),
        "method": case.get("method"),
        "computed": None,
        "expected": case.get("expected"),
        "ok": False,
        "reason": reason,
    }
