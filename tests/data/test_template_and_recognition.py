"""The template comes back as it was filled in, in both languages, however people rearrange it; names lead to codes."""

from datetime import date

import openpyxl
import pytest

from data import intake
from data.mapping import MappingError, read_mapping
from data.template import write_template
from definitions.places import gazetteer
from definitions.vocabulary import vocabulary

FULL = {
    "programmes": [
        {
            "code": "AIR",
            "name": "Air Bersih",
            "name_en": "Clean water",
            "lead": "YTR",
            "start": date(2024, 1, 1),
            "end": date(2027, 12, 31),
            "budget": 1.25e9,
            "currency": "IDR",
            "theme": "air",
            "mission": "Air untuk semua",
        }
    ],
    "partners": [
        {
            "code": "YTR",
            "name": "Yayasan Toya Rumeksa",
            "kind": "ngo",
            "partnership_types": "operational;funding",
            "joined": date(2023, 5, 1),
            "agreement": "01/PKS",
            "agreement_end": date(2026, 5, 1),
            "focus": "air",
            "place": "33.74",
        }
    ],
    "indicators": [
        {
            "code": "A-01",
            "name": "Penduduk berair",
            "name_en": "People served",
            "programme": "AIR",
            "level": "outcome",
            "unit": "orang",
            "measure": "number",
            "direction": "up",
            "over_time": "last",
            "over_units": "sum",
            "cumulative": False,
            "baseline": 10.5,
            "baseline_date": date(2024, 1, 1),
            "target": 100,
            "target_low": 90,
            "target_high": 110,
            "target_date": date(2027, 12, 31),
            "zero_start": False,
            "key": True,
            "sdg": "6.1.1",
            "definition": "=1+1",
            "source": "sensus",
            "owner": "YTR",
        }
    ],
    "targets": [
        {
            "indicator": "A-01",
            "period": "2025",
            "partner": "YTR",
            "place": "33.74",
            "group": "sex=f;age=18-24",
            "value": 50,
        }
    ],
    "results": [
        {
            "indicator": "A-01",
            "period": "TW III 2025",
            "partner": "YTR",
            "place": "Desa Sukamaju",
            "group": "perempuan",
            "value": 33,
            "note": "'teks",
            "evidence": "https://contoh.id",
        }
    ],
    "feedback": [
        {
            "date": date(2025, 2, 3),
            "place": "33.74",
            "partner": "YTR",
            "programme": "AIR",
            "indicator": "A-01",
            "channel": "WhatsApp",
            "sex": "f",
            "age": "30",
            "rating": 4,
            "text": '=HYPERLINK("http://x")',
            "theme": "layanan",
            "status": "answered",
            "answered_on": date(2025, 2, 9),
            "told_back": True,
            "consent": False,
        }
    ],
    "activities": [
        {
            "partner": "YTR",
            "activity": "Pelatihan",
            "sector": "air",
            "place": "33.74",
            "start": date(2025, 1, 1),
            "end": date(2025, 2, 1),
            "people_group": "ibu",
            "planned": 20,
            "reached": 18,
            "status": "done",
            "programme": "AIR",
        }
    ],
    "contributions": [
        {
            "partner": "YTR",
            "programme": "AIR",
            "period": "2025-S1",
            "kind": "money",
            "pledged": 100,
            "delivered": 60,
            "currency": "IDR",
            "valuation": "tunai",
        }
    ],
    "survey": [
        {"round": "2025-1", "partner": "YTR", "factor": "kepercayaan", "score": 4, "respondent": "1", "comment": "baik"}
    ],
    "needs": [
        {
            "place": "33.74",
            "sector": "air",
            "activity": "Pelatihan",
            "people_group": "ibu",
            "people": 90,
            "known_on": date(2025, 1, 5),
            "source": "pendataan desa",
        }
    ],
    "campaigns": [
        {
            "code": "PEDULI",
            "name": "Peduli air",
            "programme": "AIR",
            "partners": "YTR",
            "channel": "QRIS",
            "start": date(2025, 1, 1),
            "end": date(2025, 6, 30),
            "goal": 500,
            "raised": 200,
            "donors": 12,
            "currency": "IDR",
        }
    ],
    "participation": [
        {
            "date": date(2025, 3, 1),
            "meeting": "Rapat triwulan",
            "partner": "YTR",
            "people": 2,
            "speaking_minutes": 14,
            "decisions": 1,
        }
    ],
}
AS_STORED = {
    ("results", "period"): "2025-Q3",
    ("results", "group"): "sex=f",
    ("targets", "group"): "age=18-24;sex=f",
    ("targets", "place"): "33.74",
}


def test_the_example_fills_every_column():
    assert {
        key: set(rows[0]) | ({"numerator", "denominator"} if key == "results" else set()) for key, rows in FULL.items()
    } == {sheet.key: {column.key for column in sheet.columns} for sheet in vocabulary().sheets}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_column_comes_back_as_it_was_filled_in(forum, language):
    outcome = forum.load(forum.workbook(language, **FULL))[0]
    assert outcome.stops == []
    for key, (row,) in FULL.items():
        columns = ", ".join(f'"{name}"' for name in row)
        expected = tuple(AS_STORED.get((key, name), value) for name, value in row.items())
        assert forum.query(f"select {columns} from {key}") == [expected], key


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_template_names_every_sheet_and_column_and_offers_the_answers(tmp_path, language):
    write_template(tmp_path / "t.xlsx", language)
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    for words in vocabulary().sheets:
        sheet = book[words.label(language)]
        assert [cell.value.rstrip(" *") for cell in sheet[1]] == [column.label(language) for column in words.columns]
        offered = {str(rule.sqref).split(":")[0] for rule in sheet.data_validations.dataValidation}
        chosen = [at for at, column in enumerate(words.columns) if column.kind in ("choice", "yes_no")]
        assert offered == {f"{openpyxl.utils.get_column_letter(at + 1)}2" for at in chosen}


def test_an_empty_template_is_told_to_be_empty(forum, tmp_path):
    write_template(tmp_path / "kosong.xlsx", "id")
    outcome = intake.check(forum.store, tmp_path / "kosong.xlsx")
    assert [problem.code for problem in outcome.problems] == ["nothing_to_store"]


def test_text_that_looks_like_a_formula_stays_text(forum):
    path = forum.workbook(
        results=[{"indicator": "X", "period": "2025", "value": 1, "note": "=1+1", "evidence": "@SUM(A1)"}]
    )
    sheet = openpyxl.load_workbook(path)["Realisasi"]
    assert [(cell.value, cell.data_type) for cell in sheet[2] if cell.value in ("=1+1", "@SUM(A1)")] == [
        ("=1+1", "s"),
        ("@SUM(A1)", "s"),
    ]


def rearranged(path, change):
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_columns_may_move_be_added_and_be_called_by_a_synonym(forum, define):
    path = forum.workbook(indicators=[define("I")], results=[("I", "2025", 5, "YTR")])

    def change(book):
        sheet = book["Realisasi"]
        sheet.insert_cols(1)
        sheet["A1"], sheet["A2"] = "warna kesukaan", "biru"
        sheet.move_range("B1:B2", cols=20)
        sheet["V1"], sheet.title = "Kode Indikator", "Hasil"

    outcome = forum.load(rearranged(path, change))[0]
    assert (outcome.stops, forum.actual("I")) == ([], 5)


def test_a_title_above_the_header_does_not_matter(forum, define):
    path = forum.workbook(indicators=[define("I")], results=[("I", "2025", 5)])

    def change(book):
        book["Realisasi"].insert_rows(1, 3)
        book["Realisasi"]["A1"] = "Laporan Forum 2025"

    assert forum.load(rearranged(path, change))[0].stops == []
    assert [row["cell"] for row in forum.trace("I") if row["what"] == "result"] == ["F5"]


# --- names lead to codes ----------


def test_indicators_and_partners_may_be_called_by_name(forum, define):
    forum.send(
        indicators=[define("I-1", name="Petani dilatih", name_en="Farmers trained")],
        partners=[{"code": "YTR", "name": "Yayasan Toya Rumeksa", "kind": "ngo"}],
        results=[
            ("petani DILATIH", "2025-Q1", 1, "yayasan toya rumeksa"),
            ("Farmers trained", "2025-Q2", 2, "ytr"),
            ("i-1", "2025-Q3", 3, "YTR"),
        ],
    )
    assert [(row["partner"], row["actual"]) for row in forum.rows(by="partner")] == [("YTR", 6)]


def test_an_unknown_indicator_stops_with_a_proposal(forum, define):
    outcome = forum.check(indicators=[define("I-1", name="Petani dilatih")], results=[("Petani dilatihh", "2025", 1)])
    assert [(problem.code, problem.cell, problem.repair) for problem in outcome.stops] == [
        ("unknown_indicator", "A2", "I-1")
    ]


def test_unknown_partner_place_and_group_are_kept_with_a_warning(forum, define):
    outcome = forum.send(indicators=[define("I")], results=[("I", "2025", 5, "PT Baru", "Desa Antah", "difabel=ya")])
    assert {problem.code for problem in outcome.warnings} >= {"unknown_codes", "new_places"}
    row = forum.row("I", by="partner,place,group")
    assert (row["partner"], row["place"], row["group"], row["actual"]) == ("PT Baru", "Desa Antah", "difabel=ya", 5)


def test_a_misspelt_partner_is_kept_and_the_right_one_proposed(forum, define):
    outcome = forum.send(indicators=[define("I")], partners=[{"code": "TOYA", "name": "Toya Rumeksa", "kind": "ngo"}],
                         results=[("I", "2025", 5, "Toya Rumeksaa")])  # fmt: skip
    assert [(problem.repair, problem.cell) for problem in outcome.warnings if problem.code == "similar_code"] == [
        ("TOYA", "C2")
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("33.74", "33.74"),
        ("Kota Semarang", "33.74"),
        ("kab. sleman", "34.04"),
        ("Kabupaten Sleman", "34.04"),
        ("Sleman", "34.04"),
        ("33.74 Kota Semarang", "33.74"),
        ("Jawa Tengah", "33"),
        ("DIY", "34"),
        ("33.74.01", "33.74.01"),
        ("Semarang", "Semarang"),
        ("Thea, Saturn", "Thea, Saturn"),
        ("Desa Sukamaju", "Desa Sukamaju"),
    ],
)
def test_a_place_by_code_by_name_or_as_it_is_called(text, key):
    assert gazetteer().place(text).key == key


def test_one_place_written_three_ways_is_one_place(forum, define):
    forum.send(
        indicators=[define("I")],
        results=[
            ("I", "2025-Q1", 1, None, "33.74"),
            ("I", "2025-Q2", 2, None, "Kota Semarang"),
            ("I", "2025-Q3", 4, None, "kota semarang"),
        ],
    )
    assert [(row["place"], row["actual"]) for row in forum.rows(by="place")] == [("33.74", 7)]


def test_percent_cells_and_points_mean_the_same_in_a_percent_indicator(forum, define):
    kind = {"unit": "%", "measure": "percent", "over_time": "last", "over_units": "mean", "baseline": 10, "target": 60,
            "target_date": date(2025, 12, 31)}  # fmt: skip
    path = forum.workbook(
        indicators=[define("CELL", **kind), define("TEXT", **kind), define("POINTS", **kind)],
        results=[("CELL", "2025", 0.35), ("TEXT", "2025", "35%"), ("POINTS", "2025", 35)],
    )

    def change(book):
        book["Realisasi"]["F2"].number_format = "0%"

    forum.load(rearranged(path, change))
    assert [(row["actual"], row["progress"]) for row in forum.rows()] == [(pytest.approx(35), pytest.approx(0.5))] * 3


# --- a mapping somebody made ----------

MAPPING = """[[sheet]]
name = "Lembar1"
key = "results"
header_row = 2
columns = { indicator = "IKU", period = "B", value = "Angka" }
"""


def test_a_mapping_says_which_column_is_which(forum, define, tmp_path):
    forum.send(indicators=[define("I")])
    book = openpyxl.Workbook()
    book.active.title = "Lembar1"
    for row in (["Rekap"], ["IKU", "Kapan", "Angka"], ["I", "2025", 9]):
        book.active.append(row)
    book.save(tmp_path / "strange.xlsx")
    (tmp_path / "map.toml").write_text(MAPPING, "utf-8")
    outcome = forum.load(tmp_path / "strange.xlsx", mappings=read_mapping(tmp_path / "map.toml"))[0]
    assert (outcome.stops, forum.actual("I")) == ([], 9)


@pytest.mark.parametrize(
    "text",
    [
        "[[sheet]]\nkey = 'hasil'",
        "not toml [",
        "[[sheet]]\nkey = 'results'\ncolumns = { colour = 'A' }",
        "sheet = 3",
        "[[sheet]]\nkey = 'results'\nheader_row = 'two'",
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(tmp_path, text):
    (tmp_path / "map.toml").write_text(text, "utf-8")
    with pytest.raises(MappingError):
        read_mapping(tmp_path / "map.toml")


@pytest.mark.parametrize(("choices", "written", "meant"), [
    ("yes_no", "Setuju", "yes"), ("yes_no", "ya, bersedia", "yes"), ("yes_no", "Tidak setuju", "no"),
    ("yes_no", "tdk bersedia", "no"), ("yes_no", "Keberatan", "no"), ("yes_no", "mungkin", None),
    ("feedback_status", "Sudah dijawab", "answered"), ("feedback_status", "tuntas", "closed"),
    ("feedback_status", "belum dijawab", "received"), ("sex", "Laki", "m"),
])  # fmt: skip
def test_answers_are_understood_as_forms_word_them(choices, written, meant):
    found = vocabulary().answer(choices, written)
    assert (found and found.key) == meant
