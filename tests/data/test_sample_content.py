"""The sample: every kind of row is there, the codes resolve, the numbers agree, nobody is named."""

import csv
import re
import tomllib
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from data.sample import load_sample
from data.sample.compose import compose
from definitions.partnership import partnership

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"
VOCABULARY = tomllib.loads((ROOT / "definitions" / "vocabulary.toml").read_text(encoding="utf-8"))
SHEETS = {sheet["key"]: sheet["columns"] for sheet in VOCABULARY["sheet"]}
CHOICES = {name: {choice["key"] for choice in choices} for name, choices in VOCABULARY["choices"].items()}
MARKS = {mark for marks in VOCABULARY["marks"].values() for mark in marks}

CODES = {f"33.{number:02}" for number in [*range(1, 30), *range(71, 77)]}
CODES |= {f"34.{number:02}" for number in [*range(1, 5), 71]}
NAMED = {
    "Kota Salatiga": "33.73",
    "Kabupaten Semarang": "33.22",
    "Kabupaten Wonosobo": "33.07",
    "Kabupaten Gunungkidul": "34.03",
    "Kota Yogyakarta": "34.71",
}
PERIOD = re.compile(r"20\d\d(-Q[1-4]|-S[12])?")
CODE_OF_A_PERSON = re.compile(r"\d{16}|(\+?62|\b0)8[\d .-]{7,}|\S+@\S+\.\S+")


def read(sheet: str) -> list[dict[str, str]]:
    with (SAMPLE / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


ROWS = {sheet: read(sheet) for sheet in SHEETS}
INDICATORS = {row["code"]: row for row in ROWS["indicators"]}


def key(row: dict[str, str]) -> tuple[str, ...]:
    group = ";".join(sorted(row["group"].split(";")))
    return row["indicator"], row["period"], row["partner"], NAMED.get(row["place"], row["place"]), group


def number(text: str) -> float | None:
    return None if text == "" or text in MARKS else float(text)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_header_is_the_vocabulary(sheet):
    assert list(ROWS[sheet][0]) == [column["key"] for column in SHEETS[sheet]]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_cell_is_of_its_kind(sheet):
    for place, row in enumerate(ROWS[sheet], start=2):
        assert None not in row, f"{sheet}.csv line {place}: a cell too many"
        for column in SHEETS[sheet]:
            cell, where = row[column["key"]], f"{sheet}.csv line {place}, {column['key']}"
            assert cell == cell.strip(), where
            assert cell or not column.get("required"), f"{where}: blank, but required"
            if not cell:
                continue
            match column["kind"]:
                case "number":
                    number(cell)
                case "date":
                    date.fromisoformat(cell)
                case "period":
                    assert PERIOD.fullmatch(cell), where
                case "yes_no":
                    assert cell in CHOICES["yes_no"], where
                case "choice":
                    assert cell in CHOICES[column["choices"]], where
                case "choices":
                    assert set(cell.split(";")) <= CHOICES[column["choices"]], where
                case "group":
                    assert all(re.fullmatch(r"(sex|age)=[\w-]+", part) for part in cell.split(";")), where
            if "ref" in column:
                assert cell in {target["code"] for target in ROWS[column["ref"]]}, f"{where}: unknown code {cell}"


@pytest.mark.parametrize(
    ("sheet", "least"),
    [
        ("programmes", 5),
        ("partners", 10),
        ("indicators", 18),
        ("targets", 250),
        ("results", 1200),
        ("feedback", 330),
        ("activities", 60),
        ("contributions", 50),
        ("survey", 288),
        ("needs", 12),
        ("campaigns", 4),
        ("participation", 60),
    ],
)
def test_there_is_enough_of_everything(sheet, least):
    assert len(ROWS[sheet]) >= least


@pytest.mark.parametrize("column", ["level", "measure", "direction", "over_time", "over_units"])
def test_the_indicators_use_every_choice(column):
    assert {row[column] for row in ROWS["indicators"]} == CHOICES[column]


def test_the_indicators_cover_the_special_cases():
    rows = ROWS["indicators"]
    assert {row["cumulative"] for row in rows} == {"yes", "no"}
    assert any(row["zero_start"] == "yes" for row in rows)
    assert any(row["target_low"] and row["target_high"] for row in rows)
    assert any(not row["baseline"] for row in rows)
    assert any(not row["target"] and not row["target_low"] for row in rows)
    assert 6 <= sum(row["key"] == "yes" for row in rows) <= 7
    assert {row["programme"] for row in rows} == {row["code"] for row in ROWS["programmes"]}
    for row in rows:
        assert re.fullmatch(r"\d{1,2}\.[\da-d]+\.\d", row["sdg"])
        assert row["definition"] and row["source"] and row["owner"] and row["name_en"]


def test_partners_are_of_many_kinds_and_join_in_every_way():
    assert len({row["kind"] for row in ROWS["partners"]}) >= 8
    types = {kind for row in ROWS["partners"] for kind in row["partnership_types"].split(";")}
    assert types == CHOICES["partnership_type"]
    assert any(row["agreement_end"] < "2027-01-01" for row in ROWS["partners"])


@pytest.mark.parametrize("sheet", ["targets", "results"])
def test_no_key_stands_twice(sheet):
    twice = [which for which, times in Counter(map(key, ROWS[sheet])).items() if times > 1]
    assert twice == []


def test_results_name_known_places_and_many_of_them():
    places = {row["place"] for row in ROWS["results"] if row["place"]}
    assert places - CODES <= set(NAMED)
    assert set(NAMED) & places
    assert len(places & CODES) >= 22


def test_some_feedback_names_a_place_that_no_list_knows():
    written = {row["place"] for row in ROWS["feedback"] if row["place"]} - CODES
    assert "Dusun Ngablak" in written
    assert {place.split()[0] for place in written} > {"Dusun", "Desa", "Kabupaten"}


def test_ratios_carry_their_parts_and_agree_with_the_per_cent():
    both = 0
    for row in ROWS["results"]:
        if INDICATORS[row["indicator"]]["measure"] != "ratio":
            assert not row["numerator"] and not row["denominator"]
            continue
        numerator, denominator, value = map(number, (row["numerator"], row["denominator"], row["value"]))
        assert 0 <= numerator <= denominator, key(row)
        if value is not None:
            both += 1
            assert value == pytest.approx(100 * numerator / denominator, abs=0.051), key(row)
    assert both >= 100


def test_zero_not_reported_and_not_applicable_stand_apart():
    written = Counter(row["value"] for row in ROWS["results"])
    assert written["0"] and written["-"] and written["n.a."]
    reported = defaultdict(set)
    for row in ROWS["results"]:
        reported[row["partner"]].add(row["period"])
    assert "2026-Q3" not in reported["KAINARA"]
    assert len(set.union(*reported.values())) == 8


def test_a_total_stands_beside_its_parts_and_misses_them_once():
    parts, totals = defaultdict(float), {}
    for row in ROWS["results"]:
        if row["indicator"] == "GIZI-02":
            site = key(row)[1:4]
            if row["group"]:
                parts[site] += float(row["value"])
            else:
                totals[site] = float(row["value"])
    assert parts.keys() == totals.keys()
    assert [site for site in totals if totals[site] != parts[site]] == [("2025-Q3", "GEMATI", "34.02")]


@pytest.mark.parametrize("code", [row["code"] for row in ROWS["indicators"] if row["target"]])
def test_period_targets_lead_to_the_final_target(code):
    indicator = INDICATORS[code]
    periods = defaultdict(float)
    for row in ROWS["targets"]:
        if row["indicator"] == code:
            periods[row["period"]] += float(row["value"])
    flow = indicator["over_time"] == "sum" and indicator["cumulative"] == "no"
    reached = sum(periods.values()) if flow else periods[max(periods)]
    assert reached == pytest.approx(float(indicator["target"]))


def test_targets_are_promised_at_one_level_only():
    levels = defaultdict(set)
    for row in ROWS["targets"]:
        levels[row["indicator"]].add((bool(row["partner"]), bool(row["place"])))
    assert all(len(level) == 1 for level in levels.values())
    assert {(True, False), (True, True), (False, False)} == set.union(*levels.values())


def test_feedback_is_many_voices():
    texts = [row["text"] for row in ROWS["feedback"]]
    assert len(set(texts)) == len(texts) >= 300
    words = [len(text.split()) for text in texts]
    assert min(words) >= 3 and max(words) >= 35
    assert 8 <= len({row["theme"] for row in ROWS["feedback"]} - {""}) <= 12
    assert {row["status"] for row in ROWS["feedback"]} == CHOICES["feedback_status"]
    assert {row["rating"] for row in ROWS["feedback"]} == {"", "1", "2", "3", "4", "5"}


def test_no_two_voices_are_one_template():
    said = [frozenset(re.findall(r"\w+", row["text"].lower())) for row in ROWS["feedback"]]
    alike = [pair for pair in combinations(said, 2) if len(pair[0] & pair[1]) / len(pair[0] | pair[1]) > 0.5]
    assert alike == []


def test_answers_come_after_the_question():
    delays = []
    for row in ROWS["feedback"]:
        answered = row["status"] in {"answered", "closed"}
        assert bool(row["answered_on"]) == answered
        assert answered or row["told_back"] == "no"
        if answered:
            delays.append((date.fromisoformat(row["answered_on"]) - date.fromisoformat(row["date"])).days)
        assert row["programme"] == "" or row["indicator"] in {
            "",
            *(code for code, indicator in INDICATORS.items() if indicator["programme"] == row["programme"]),
        }
    assert min(delays) >= 1
    assert max(delays) <= 60
    assert 0.5 < sum(row["consent"] == "yes" for row in ROWS["feedback"]) / len(ROWS["feedback"]) < 0.7


def test_nobody_is_to_be_found_in_the_texts():
    for sheet, rows in ROWS.items():
        for row in rows:
            words = (row[column["key"]] for column in SHEETS[sheet] if column["kind"] in {"text", "name"})
            assert not any(CODE_OF_A_PERSON.search(text) for text in words), row


def test_some_partners_do_the_same_thing_in_the_same_place():
    same = defaultdict(list)
    for row in ROWS["activities"]:
        same[row["activity"], row["place"], row["people_group"]].append(row)
    overlaps = [
        (one["partner"], two["partner"])
        for rows in same.values()
        for one, two in combinations(rows, 2)
        if one["partner"] != two["partner"]
        and one["start"] <= (two["end"] or "9999")
        and two["start"] <= (one["end"] or "9999")
    ]
    assert len(overlaps) >= 4
    assert {row["status"] for row in ROWS["activities"]} == CHOICES["activity_status"]


def test_contributions_are_of_every_kind_and_not_all_kept():
    rows = ROWS["contributions"]
    assert {row["kind"] for row in rows} == CHOICES["contribution_kind"]
    assert any(row["delivered"] == "" for row in rows)
    assert any(float(row["delivered"] or row["pledged"]) < float(row["pledged"]) for row in rows)
    keys = [(row["partner"], row["programme"], row["period"], row["kind"]) for row in rows]
    assert len(set(keys)) == len(keys)


def test_twelve_partners_answer_eight_questions_in_each_round():
    answers = Counter((row["round"], row["partner"]) for row in ROWS["survey"])
    assert set(answers.values()) == {8}
    assert Counter(turn for turn, _ in answers) == {"2025-1": 12, "2025-2": 12, "2026-1": 12}
    assert {partnership().factor(row["factor"]) for row in ROWS["survey"]} == {one.key for one in partnership().factors}
    assert {row["score"] for row in ROWS["survey"]} <= {"1", "2", "3", "4", "5"}


def test_the_numeric_sheets_are_what_compose_writes(tmp_path):
    compose(tmp_path)
    for name in ("targets.csv", "results.csv"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (SAMPLE / name).read_text(encoding="utf-8")


def test_every_figure_of_the_numeric_sheets_is_stored_under_its_own_column(forum):
    load_sample(forum.store)
    typed = [row["value"] for row in ROWS["results"] if row["value"] and row["value"] not in MARKS]
    assert forum.query("select count(value) from results") == [(len(typed),)]
    assert forum.query("select count(value) from targets") == [(sum(bool(row["value"]) for row in ROWS["targets"]),)]


def test_a_remark_that_a_row_was_cancelled_leaves_the_templates_own_sheet_its_figures(forum, define):
    forum.send(indicators=[define("A")])
    row = {"indicator": "A", "period": "2025-Q1", "value": 5, "note": "Dibatalkan karena banjir", "evidence": "Foto"}
    forum.send(results=[row, row | {"period": "2025-Q2", "note": None}])
    assert forum.query("select period, value, evidence from results order by period") == [
        ("2025-Q1", 5, "Foto"), ("2025-Q2", 5, "Foto")]  # fmt: skip


def test_needs_are_met_more_than_met_and_not_met_at_all():
    """Three overlaps plan for more people than need it, four for fewer; six needs have nobody."""
    acts = [row for row in ROWS["activities"] if row["status"] != "cancelled"]
    served = {(row["sector"], row["place"]) for row in acts}
    unserved = [row for row in ROWS["needs"] if (row["sector"], row["place"]) not in served]
    assert len(unserved) >= 5
    over = 0
    for row in ROWS["needs"]:
        same = [act for act in acts if (act["activity"], act["place"]) == (row["activity"], row["place"])]
        planned = [float(act["planned"]) for act in same]
        over += len(planned) > 1 and sum(planned) > float(row["people"])
    assert over == 3


def test_money_comes_in_two_currencies_and_every_key_is_its_own():
    assert {row["currency"] for row in ROWS["contributions"]} == {"IDR", "USD"}
    assert {row["currency"] for row in ROWS["campaigns"]} == {"IDR", "USD"}
    meetings = [(row["date"], row["meeting"], row["partner"]) for row in ROWS["participation"]]
    assert len(set(meetings)) == len(meetings)
    partners = {row["code"] for row in ROWS["partners"]}
    assert {code for row in ROWS["campaigns"] for code in row["partners"].split(";")} <= partners
