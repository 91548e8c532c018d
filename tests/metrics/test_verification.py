"""Published numbers through the code that measures a forum, and the command that anyone can check them with."""

import json

import pytest

from metrics.__main__ import main
from metrics.published import published_cases, published_numbers
from metrics.verification import read_cases, verify
from metrics.verification.methods import METHODS, method_named


def one(method, inputs, expected, **more):
    return verify([{"id": "x", "method": method, "inputs": inputs, "expected": expected, **more}])[0]


def test_every_number_of_our_own_list_is_what_was_printed():
    found = published_numbers()
    assert list(found[~found["ok"]]["id"]) == []
    assert len(found) >= 40
    assert found["method"].nunique() >= 30


def test_every_number_of_the_shared_list_is_what_was_printed(shared):
    cases = read_cases(shared / "golden/cases.json")
    found = verify(cases)
    assert [row for row in found if not row["ok"]] == []
    assert [row["id"] for row in found] == [case["id"] for case in cases]


def test_every_published_case_names_a_source_and_a_known_method():
    for case in published_cases():
        assert case["source"]
        assert method_named(case["method"]) is not None, case["id"]


def test_one_bad_case_does_not_stop_the_others():
    wilson = {"id": "good", "method": "wilson_ci_95", "inputs": {"count": 0, "nobs": 30}, "expected": {"low": 0.0}}
    found = verify(
        [
            "no case at all",
            {"id": "unknown", "method": "astrology", "inputs": {}, "expected": {"x": 1}},
            {"id": "lacking", "method": "wilson_ci_95", "inputs": {"count": 3}, "expected": {"low": 0}},
            {"id": "word", "method": "wilson_ci_95", "inputs": {"count": "many", "nobs": 3}, "expected": {"low": 0}},
            {"id": "list", "method": "nps", "inputs": [1, 2], "expected": {"nps": 0}},
            {},
            wilson,
        ]
    )
    assert [row["ok"] for row in found] == [False] * 6 + [True]
    assert all(row["reason"] for row in found[:-1])
    assert "astrology" in found[1]["reason"]
    assert "nobs" in found[2]["reason"]
    assert "reason" not in found[-1]


def test_computed_has_the_shape_of_expected():
    table = one(
        "cohen_kappa", {"table": [[9, 1], [2, 8]]}, {"kappa": 0.7, "ci": [0, 1], "unheard_of": None}, tolerance=1
    )
    assert set(table["computed"]) == {"kappa", "ci", "unheard_of"}
    assert len(table["computed"]["ci"]) == 2
    assert one("wilson_ci_95", {"count": 1, "nobs": 2}, [0.0945, 0.9055], tolerance=1e-4)["ok"]
    assert one("gini", {"values": [0, 100]}, 0.5)["ok"]


def test_what_cannot_be_computed_is_an_error_and_never_a_number():
    same = one("krippendorff_alpha", {"data": [[1, 1], [1, 1]], "level": "nominal"}, {"error": "one value"})
    assert same["ok"]
    assert "more than one value" in same["computed"]["error"]
    assert one("krippendorff_alpha", {"data": [[1, 1], [1, 1]]}, {"alpha": 1.0})["ok"] is False


def test_a_wrong_number_must_come_out_different():
    """DHIS2's manual prints 17 % for a rise from 25 to 30; a case that says so is only ok because ours is 20 %."""
    printed = {"x": 30, "y": 25}, {"change": 0.17}
    assert one("percent_change", *printed, tolerance=0.005)["ok"] is False
    assert one("percent_change", *printed, tolerance=0.005, kind="known_defect")["ok"] is True
    assert one("percent_change", {"x": 30, "y": 25}, {"change": 0.2}, kind="known_defect")["ok"] is False


@pytest.mark.parametrize(
    ("theirs", "ours", "tolerance", "ok"),
    [
        (0.2, 0.2049, 0.005, True),
        (0.2, 0.2051, 0.005, False),
        (None, None, 0, True),
        (None, 0, 1, False),
        (0, None, 1, False),
        (True, True, 0, True),
        (True, False, 1, False),
        ("B1", "B1", 0, True),
        ("B1", "b1", 0, False),
        ([1, None], [1, None], 0, True),
        ([1, 2], [1], 9, False),
        ({"a": 1}, {"a": 1}, 0, True),
        ({"a": 1}, {"b": 1}, 9, False),
    ],
)
def test_the_same_is_within_the_tolerance_in_every_part(theirs, ours, tolerance, ok):
    from metrics.verification.shape import same

    assert same(ours, theirs, tolerance) is ok


def test_the_command_needs_no_store_and_gives_json(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DAMPAK_STORE", str(tmp_path / "nowhere" / "none.duckdb"))
    file = tmp_path / "cases.json"
    file.write_text(
        json.dumps(
            [
                {
                    "id": "n",
                    "method": "nps",
                    "inputs": {"promoters": 3, "passives": 5, "detractors": 2},
                    "expected": {"nps": 10},
                    "tolerance": 1e-9,
                }
            ]
        ),
        "utf-8",
    )
    assert main(["verify", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"id": "n", "method": "nps", "computed": {"nps": 10.0}, "expected": {"nps": 10}, "ok": True}
    ]
    assert not (tmp_path / "nowhere").exists()


def test_a_difference_shows_in_its_row_and_with_strict_in_the_exit_code(tmp_path, capsys):
    file = tmp_path / "cases.json"
    file.write_text('{"cases": [{"id": 1, "method": "gini", "inputs": {"values": [1, 1]}, "expected": {"gini": 0.3}}]}')
    assert main(["verify", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["ok"] is False
    assert main(["verify", str(file), "--strict"]) == 1


@pytest.mark.parametrize("text", ["{", '{"a": 1}', "7"])
def test_a_file_that_holds_no_cases_is_told(tmp_path, capsys, text):
    file = tmp_path / "cases.json"
    file.write_text(text)
    assert main(["verify", str(file)]) == 1
    assert "cases.json" in capsys.readouterr().err


def test_every_method_has_words_or_a_speaking_name():
    assert len(METHODS) > 60
    assert method_named("Wilson CI") is METHODS["wilson_ci_95"]
    assert method_named("nonsense") is None
