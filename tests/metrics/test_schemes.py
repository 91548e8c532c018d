"""Status schemes: files that people edit, checked when read, and every boundary as its source has it."""

from datetime import date

import pytest

from definitions.schemes import DEFAULT, LANGUAGES, SchemeError, read_scheme, scheme, schemes
from metrics import weather
from metrics.__main__ import main
from metrics.engine import frame

BAND = """key = "own"
applies_to = "on_track"
name = { id = "a", en = "b" }
source = "us"
keep_tolerance = 0.05
[[bands]]
code = "good"
status = "on_track"
from = 0.9
label = { id = "a", en = "b" }
[[bands]]
code = "poor"
status = "off_track"
label = { id = "a", en = "b" }
"""


# --- the files ----------


def test_all_seven_schemes_are_there_with_words_in_both_languages():
    assert schemes()[0] == DEFAULT
    assert set(schemes()) == {
        "sdg_95_60_0",
        "tola_15",
        "pepfar_75_90_110",
        "global_fund",
        "akvo_49_85",
        "permendagri_86",
        "german_weather",
    }
    for key in schemes():
        found = scheme(key)
        assert found.source
        for band in found.bands:
            assert all(found.label(band.code, language) for language in LANGUAGES)


def test_a_scheme_of_ones_own_is_read(tmp_path):
    (tmp_path / "own.toml").write_text(BAND, "utf-8")
    assert read_scheme(tmp_path / "own.toml").lower_bounds() == {"good": 0.9}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('key = "own"', 'key = "other"', "name of the file"),
        ('"on_track"\nname', '"mood"\nname', "applies_to"),
        (', en = "b" }\nsource', " }\nsource", "no word for en"),
        ("source =", "source ==", "line 4"),
        ("from = 0.9", "form = 0.9", "from"),
        ('status = "off_track"', 'status = "blue"', "status"),
        ('code = "poor"', 'code = "good"', "same `code`"),
        ('source = "us"\n', "", "`source` is missing"),
        ('source = "us"', 'source = "us"\nmood = 1', "`mood` is not known"),
    ],
)
def test_a_fault_in_a_scheme_is_told_with_its_file(tmp_path, old, new, told):
    (tmp_path / "own.toml").write_text(BAND.replace(old, new, 1), "utf-8")
    with pytest.raises(SchemeError, match=f"own.toml.*{told}"):
        read_scheme(tmp_path / "own.toml")


def test_an_unknown_scheme_lists_the_known_ones():
    with pytest.raises(ValueError, match="tola_15"):
        scheme("traffic_light")


# --- the boundaries ----------

EDGES = {
    "tola_15": [(116, "above"), (115.01, "above"), (115, "on_target"), (85, "on_target"), (84.9, "below")],
    "global_fund": [
        (100.5, "A1"),
        (100, "A2"),
        (90, "A2"),
        (89.9, "B1"),
        (60, "B1"),
        (59, "B2"),
        (30, "B2"),
        (29, "C"),
    ],
    "akvo_49_85": [(85, "high"), (84.9, "medium"), (49.1, "medium"), (49, "low"), (0, "low")],
    "permendagri_86": [
        (91, "sangat_tinggi"),
        (90.5, "tinggi"),
        (76, "tinggi"),
        (66, "sedang"),
        (51, "rendah"),
        (50.9, "sangat_rendah"),
    ],
    "pepfar_75_90_110": [
        (111, "Above Target"),
        (110.4, "On Target"),
        (90, "On Target"),
        (89.6, "On Target"),
        (89, "At Risk"),
        (75, "At Risk"),
        (74, "Concerned"),
    ],
    "sdg_95_60_0": [(95, "on_track"), (94.9, "behind"), (60, "behind"), (59.9, "off_track"), (0, "off_track")],
}


@pytest.fixture(scope="module")
def hundred(forum_of, define):
    """An indicator for each edge: 100 was promised for 2025."""
    values = sorted({value for edges in EDGES.values() for value, _ in edges})
    return forum_of(
        indicators=[define(f"I{value}", baseline=0) for value in values],
        targets=[(f"I{value}", "2025", 100) for value in values],
        results=[(f"I{value}", "2025", value) for value in values],
    )


@pytest.mark.parametrize("key", EDGES)
def test_each_bound_belongs_where_its_source_puts_it(hundred, key):
    found = {row["indicator"]: row["band"] for row in hundred.rows(by="period", scheme_key=key)}
    assert {value: found[f"I{value}"] for value, _ in EDGES[key]} == dict(EDGES[key])


def test_another_scheme_changes_the_verdict_and_no_figure(hundred):
    usual, tola = hundred.rows(by="period"), hundred.rows(by="period", scheme_key="tola_15")
    for one, other in zip(usual, tola, strict=True):
        assert {
            name: one[name] for name in ("actual", "target", "progress", "achievement", "capaian", "on_track", "met")
        } == {
            name: other[name] for name in ("actual", "target", "progress", "achievement", "capaian", "on_track", "met")
        }
    assert {row["indicator"]: row["status"] for row in usual}["I85"] == "behind"
    assert {row["indicator"]: row["status"] for row in tola}["I85"] == "on_track"


def test_a_reduction_is_mirrored_so_that_figure_and_band_agree(forum_of, define):
    """116 cases where 100 were allowed is 16 % too many: below target, and the capaian shown is 84 %."""
    forum = forum_of(
        indicators=[define("CASES", direction="down", over_time="last", baseline=200)],
        targets=[("CASES", "2025", 100)],
        results=[("CASES", "2025", 116)],
    )
    row = forum.rows(by="period", scheme_key="tola_15")[0]
    assert row["capaian"] == pytest.approx(0.84)
    assert row["band"] == "below"


def test_the_command_line_takes_a_scheme(hundred, capsys):
    store = ["--store", str(hundred.store.path), "--as-of", "2026-01-01", "--format", "json"]
    assert main(["progress", *store, "--by", "period", "--scheme", "global_fund"]) == 0
    assert '"status": "met"' in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["progress", *store, "--scheme", "traffic_light"])


# --- German weather ----------

RISING = [(f"{year}", 10.0 * (year - 2019)) for year in range(2020, 2026)]  # 10, 20 … 60: ten a year


@pytest.fixture(scope="module")
def skies(forum_of, define):
    """Six years of ten more a year; the target years differ."""
    level = {"over_time": "last", "over_units": "mean", "baseline": 0, "baseline_date": date(2019, 12, 31)}
    targets = {"SUN": (100, 2029), "SLIGHT": (118, 2030), "CLOUD": (200, 2030), "DONE": (55, 2030), "FEW": (100, 2030)}
    return forum_of(
        indicators=[
            define(code, target=goal, target_date=date(year, 12, 31), **level) for code, (goal, year) in targets.items()
        ]
        + [
            define("STORM", direction="down", target=5, target_date=date(2030, 12, 31), **level | {"baseline": 20}),
            define("KEEP-UP", target=50, target_date=date(2030, 12, 31), **level | {"baseline": 60}),
        ],
        results=[
            (code, period, value)
            for code in (*targets, "STORM", "KEEP-UP")
            for period, value in RISING
            if code != "FEW" or period > "2022"
        ],
    )


@pytest.mark.parametrize(
    ("code", "band"),
    [
        ("SUN", "sun"),  # 60 + 4 × 10 = 100: nothing is missed
        ("SLIGHT", "slightly_cloudy"),  # 60 + 50 = 110 of 118: 8 of the 58 to go are missed, 14 %
        ("CLOUD", "cloudy"),  # 110 of 200: 90 of 140 missed
        ("DONE", "sun"),  # 60 is past 55 and still rising
        ("STORM", "storm"),  # should fall and rises
        ("KEEP-UP", "sun"),  # to be kept above 50, is 60 and rises
    ],
)
def test_the_weather_follows_the_trend(skies, code, band):
    found = {row["indicator"]: row["band"] for row in skies.rows(scheme_key="german_weather")}
    assert found[code] == band


def test_three_figures_are_too_few_for_the_weather(skies):
    found = {row["indicator"]: row for row in skies.rows(scheme_key="german_weather")}
    assert found["FEW"]["band"] is None


@pytest.mark.parametrize(
    ("miss", "word"),
    [
        (0.0, "sun"),
        (0.049, "sun"),
        (0.05, "slightly_cloudy"),
        (0.2, "slightly_cloudy"),
        (0.201, "cloudy"),
        (0.99, "cloudy"),
        (1.0, "storm"),
        (1.3, "storm"),
    ],
)
def test_a_miss_below_5_per_cent_is_sun_up_to_20_slightly_cloudy(skies, miss, word):
    with skies.store.cursor() as cursor:
        assert weather.weather_of(cursor, 1 - miss) == word


@pytest.mark.parametrize(
    ("is_met", "change", "word"),
    [(True, 1, "sun"), (True, -1, "slightly_cloudy"), (False, 1, "cloudy"), (False, -1, "storm")],
)
def test_a_level_to_be_kept_asks_two_questions(is_met, change, word):
    assert weather.kept(is_met, change, "up") == word
    assert weather.kept(is_met, -change, "down") == word


def test_direction_alone_and_several_targets():
    assert [
        weather.direction_only(*right) for right in ((True, True), (True, False), (False, True), (False, False))
    ] == ["sun", "slightly_cloudy", "cloudy", "storm"]
    assert weather.worst(["sun", "storm", "cloudy"]) == "storm"


def test_band_of_is_one_macro_for_every_scheme(skies):
    with skies.store.cursor() as cursor:
        found = frame(cursor, "band", {"fraction": None} | weather.bands("tola_15"))
    assert found["band"].isna().all()
