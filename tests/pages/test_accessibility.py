"""axe-core on every screen: nothing serious, nothing critical. `python -m benchmarks.accessibility` tells of all."""

import pytest

from benchmarks.accessibility import GRAVE, Violation, audited

pytestmark = pytest.mark.browser
UNLIKELY = ["upload, a file", "wall, dark", "wall, high", "indicator, all"]  # states, seen in one language here


def grave(found: list[tuple[str, Violation]]) -> list[str]:
    return [f"{where}: {one.rule} {one.element[:120]}" for where, one in found if one.impact in GRAVE]


def test_no_screen_keeps_anybody_out(dashboard, browser):
    """In one language and at one width, for time: the command looks in both, and at others."""
    assert grave(list(audited(browser, f"{dashboard}/", languages=("id",), with_states=False))) == []


def test_nor_does_what_appears_only_when_somebody_acts(dashboard, browser):
    assert grave(list(audited(browser, f"{dashboard}/", UNLIKELY, languages=("id",)))) == []


def test_a_violation_would_be_found(page):
    from benchmarks.accessibility import violations

    page.set_content("<html lang=id><title>x</title><main><h1>x</h1><button></button></main></html>")
    assert [(one.rule, one.impact) for one in violations(page)] == [("button-name", "critical")]
