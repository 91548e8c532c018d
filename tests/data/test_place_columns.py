"""Codes of the ministry and of the statistics office, old ones, several columns of places, Kabupaten and Kota."""

import openpyxl
import pytest

from data import intake
from data.recognise import SheetMapping
from definitions import place_codes
from definitions.places import gazetteer


def system(texts, header="Kode Wilayah", beside=None):
    verdict = place_codes.system_of(texts, header, lambda text: (beside or {}).get(text, ()))
    return verdict and (verdict.system or "open")


def test_every_regency_has_one_code_of_each_office():
    regencies = [code for code, place in gazetteer().by_code.items() if "." in code]
    theirs = [place_codes.place_of(place_codes.written(code), "bps") for code in _bps() if len(code) == 4]
    assert sorted(place.code for place in theirs) == sorted(regencies)
    assert len(regencies) == 514


def _bps():
    from pathlib import Path

    lines = Path(place_codes.__file__).with_name("place_codes.csv").read_text("utf-8").splitlines()
    return [line.split(",")[1] for line in lines if line.startswith("bps,")]


@pytest.mark.parametrize(
    ("texts", "header", "beside", "told"),
    [
        (["3308", "3371"], "Kode Wilayah", None, None),  # both offices mean the same
        (["1101", "1102"], "Kode Wilayah", None, "open"),
        (["1101"], "Kode BPS", None, "bps"),
        (["1101"], "Kode Kemendagri", None, "kemendagri"),
        (["1101"], "Kode Wilayah", {"1101": ["Simeulue"]}, "bps"),
        (["1101"], "Kode Wilayah", {"1101": ["Kab. Aceh Selatan"]}, "kemendagri"),
        (["1101 Kab. Simeulue"], "Lokasi", None, "bps"),
        (["9401", "3308"], "Kode Wilayah", None, "open"),  # Merauke or Nabire
        (["9402", "9471"], "Kode Wilayah", None, "bps"),  # the ministry has no 94.71
        (["7324"], "Kode Wilayah", None, "kemendagri"),  # the statistics office has no 7324
        (["ID1101"], "ADM2_PCODE", None, "bps"),
        (["3308010"], "Kecamatan", None, "bps"),
        (["Kab. Magelang", "33.08"], "Lokasi", None, None),
    ],
)
def test_the_system_of_codes_is_told_by_evidence_or_stays_open(texts, header, beside, told):
    assert system(texts, header, beside) == told


@pytest.mark.parametrize(
    ("text", "office", "code"),
    [("1101", "bps", "11.09"), ("1101", "kemendagri", "11.01"), ("94", "bps", "91"), ("94", "kemendagri", "94"),
     ("9401", "bps", "93.01"), ("6404", "bps", "64.08"), ("330801", "kemendagri", "33.08.01"),
     ("3308012001", "kemendagri", "33.08.01.2001")],
)  # fmt: skip
def test_a_code_means_its_place(text, office, code):
    assert place_codes.place_of(place_codes.written(text), office).code == code


def test_a_district_of_the_statistics_office_lies_within_its_regency():
    found = place_codes.place_of(place_codes.written("1101010 Teupah Selatan"), "bps")
    assert (found.name, found.code, found.parent) == ("Teupah Selatan", None, "11.09")


def test_codes_of_before_the_province_was_parted_lead_to_the_place_of_today():
    assert [place_codes.successor(code) for code in ("91.01", "92.71", "64.73", "91.03", "91.01.05")] == [
        "93.01", "96.71", "65.71", None, "93.01.05"]  # fmt: skip


# --- in a workbook ----------


@pytest.fixture
def sheet(forum, tmp_path):
    def loaded(*rows, answers=None, title="Realisasi"):
        book = openpyxl.Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        path = tmp_path / f"tabel-{len(list(tmp_path.iterdir()))}.xlsx"
        book.save(path)
        if answers is None:
            return intake.check(forum.store, path)
        return forum.load(path, mappings=[SheetMapping("", "", 0, answers=answers, accepts=True)])[0]

    return loaded


def places(forum, table="current_results"):
    return forum.query(f"select place, sum(value) from {table} group by 1 order by 1")


WIDE = ["Indikator", "Satuan", "Kode Wilayah", "Realisasi TW I 2025"]
ROWS = [["Jumlah pompa", "unit", 1101, 5], ["Jumlah pompa", "unit", 1102, 6]]


def test_codes_that_may_be_either_are_asked_about_once(sheet):
    (asked,) = [problem for problem in sheet(WIDE, *ROWS).stops if problem.code == "which_code_system"]
    assert (asked.cell, asked.question.subject, asked.question.options) == ("C2", "C", ("kemendagri", "bps"))


@pytest.mark.parametrize(("office", "found"), [("bps", ["11.09", "11.10"]), ("kemendagri", ["11.01", "11.02"])])
def test_the_answer_holds_for_the_column(forum, sheet, office, found):
    sheet(WIDE, *ROWS, answers={"code_system": {"C": office}})
    assert [place for place, _ in places(forum)] == found


def test_a_name_in_the_next_column_tells_the_office(forum, sheet):
    header = ["Indikator", "Satuan", "Kode Wilayah", "Nama Wilayah", "Realisasi TW I 2025"]
    outcome = sheet(header, ["Jumlah pompa", "unit", 1101, "Simeulue", 5], answers={})
    assert outcome.stops == []
    assert places(forum) == [("11.09", 5.0)]


def test_the_finest_of_several_columns_is_taken_and_namesakes_are_told_apart(forum, sheet):
    header = ["Indikator", "Satuan", "Provinsi", "Kabupaten", "Kecamatan", "Desa", "Realisasi TW I 2025"]
    area = ["Jumlah pompa", "unit", "Jawa Tengah", "Magelang"]
    sheet(header, [*area, "Mungkid", "Sukamaju", 1], [*area, "Secang", "Sukamaju", 2], [*area, "Secang", "Payaman", 4],
          [*area, None, None, 8], answers={})  # fmt: skip
    assert places(forum) == [
        ("Payaman", 4.0), ("Sukamaju, Mungkid", 1.0), ("Sukamaju, Secang", 2.0)]  # fmt: skip  # 8 is their regency's


def test_a_who_does_what_where_list_takes_its_finest_place(forum, sheet):
    header = ["Siapa", "Apa", "Provinsi", "Kabupaten", "Kecamatan", "Desa", "Mulai"]
    rows = [["YTR", "Sumur", "Jawa Tengah", "Magelang", "Mungkid", "Paremono", "2025-01-01"],
            ["YTR", "Rapat", "Jawa Tengah", "Magelang", None, None, "2025-01-01"]]  # fmt: skip
    outcome = sheet(header, *rows, answers={}, title="Kegiatan")
    assert "columns_ignored" not in [problem.code for problem in outcome.problems]
    found = forum.query("select activity, place from activities order by 1")
    assert found == [("Rapat", "33.08"), ("Sumur", "Paremono")]


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [("Kabupaten", "Magelang", "33.08"), ("Kota", "Magelang", "33.71"), ("Lokasi", "Kota Magelang", "33.71"),
     ("Lokasi", "Kab. Magelang", "33.08"), ("Kab/Kota", "Magelang", "Magelang")],
)  # fmt: skip
def test_kabupaten_and_kota_of_one_name_are_two_places(forum, sheet, header, text, code):
    rows = [["Indikator", "Satuan", header, "Realisasi TW I 2025"], ["Jumlah pompa", "unit", text, 5]]
    outcome = sheet(*rows, answers={})
    assert places(forum) == [(code, 5.0)]
    assert ("ambiguous_place" in [problem.code for problem in outcome.problems]) == (code == "Magelang")


def test_a_name_that_two_places_share_can_be_answered(forum, sheet):
    rows = [["Indikator", "Satuan", "Lokasi", "Realisasi TW I 2025"], ["Jumlah pompa", "unit", "Magelang", 5]]
    (asked,) = [problem for problem in sheet(*rows).warnings if problem.code == "ambiguous_place"]
    assert asked.question.options == ("33.08", "33.71")
    sheet(*rows, answers={"place": {"Magelang": "33.71"}})
    assert places(forum) == [("33.71", 5.0)]
