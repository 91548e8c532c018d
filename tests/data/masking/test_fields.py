"""Masking field by field: every sheet, every way in which people may write of a person in it."""

import re
from datetime import date

import pyarrow as pa
import pytest

from data.decisions import Case, decide
from data.masking.fields import MaskedFields, mask_fields
from definitions.vocabulary import vocabulary
from locales import translator

PHONE, NIK = "0812-2733-4455", "3302114405850002"
FEEDBACK = vocabulary().sheet_by_key["feedback"]


def test_a_table_is_masked_and_counted_by_field():
    """A text in two rows counts twice; blanks stay blank; codes and listed places are left alone."""
    table = pa.table({"row_number": [2, 3, 4], "text": ["hp 0812-3456-7890", None, "hp 0812-3456-7890"],
                      "channel": ["WA 0857 1234 5678", "SMS", None], "place": ["33.22", "3322", "Kabupaten Sukoharjo"],
                      "indicator": ["I1", None, None]})  # fmt: skip
    masked, counts = mask_fields(table, FEEDBACK.columns)
    assert masked.column("text").to_pylist() == ["hp [telepon]", None, "hp [telepon]"]
    assert masked.column("channel").to_pylist() == ["WA [telepon]", "SMS", None]
    assert masked.column("place").to_pylist() == ["33.22", "3322", "Kabupaten Sukoharjo"]
    assert counts == {"channel": {"telepon": 1}, "text": {"telepon": 2}}
    assert MaskedFields(FEEDBACK, counts).total == 3
    assert MaskedFields(FEEDBACK, counts).label("id") == "saluran: [telepon] 1; isi: [telepon] 2"


@pytest.mark.parametrize(("written", "kept"), [
    ("Dusun Krajan rumah Bu Wagiyem 081227334410", "Dusun Krajan rumah Bu [nama] [telepon]"),
    ("Dusun Krajan RT 3", "Dusun Krajan [alamat]"), ("Jl. Mawar 5 RT 01/02", "[alamat]"),
    ("081227334410", "[telepon]"), ("3310052001", "3310052001"), ("33.10.05.2001", "33.10.05.2001"),
    ("Kecamatan Bu Slamet", "Kecamatan Bu [nama]"), ("Kota Bima", "Kota Bima"), ("Wonosari", "Wonosari"),
])  # fmt: skip
def test_of_a_place_only_what_points_at_a_house_goes(written, kept):
    masked, _ = mask_fields(pa.table({"place": [written]}), FEEDBACK.columns)
    assert masked.column("place").to_pylist() == [kept]


def test_names_of_things_and_known_partners_stay():
    columns = vocabulary().sheet_by_key["activities"].columns
    table = pa.table({"partner": ["Bu Wagiyem", "Bu Karmila 0812-2733-4455"],
                      "activity": ["Lomba Kartini", "Kunjungan Bu Wagiyem"]})  # fmt: skip
    masked, _ = mask_fields(table, columns, lambda column: {"bu wagiyem"} if column.ref == "partners" else ())
    assert masked.column("partner").to_pylist() == ["Bu Wagiyem", "Bu [nama] [telepon]"]
    assert masked.column("activity").to_pylist() == ["Lomba Kartini", "Kunjungan Bu [nama]"]


def test_two_respondents_with_names_stay_two():
    columns = vocabulary().sheet_by_key["survey"].columns
    table = pa.table({"respondent": ["Bu Siti Aminah", "Pak Slamet", "R3", "Bu Tuti Lestari"]})
    masked, _ = mask_fields(table, columns)
    assert masked.column("respondent").to_pylist() == ["Bu [nama] 1", "Pak [nama] 1", "R3", "Bu [nama] 2"]


SHEETS = {
    "programmes": [{"code": "AIR", "name": "Air", "start": "01/01/2025", "end": "31/12/2026",
                    "lead": f"Bu Wagiyem {PHONE}", "mission": f"hubungi Bu Wagiyem {PHONE}"}],
    "partners": [{"code": "A", "name": "Lembaga A", "kind": "LSM", "agreement": f"MoU a.n. Bu Wagiyem {PHONE}",
                  "focus": f"WA {PHONE}", "place": f"rumah Bu Wagiyem {PHONE}"}],
    "indicators": [{"code": "I1", "name": "Indikator", "programme": "AIR", "level": "outcome", "unit": "orang",
                    "measure": "number", "direction": "up", "over_time": "sum", "over_units": "sum",
                    "source": f"Bu Wagiyem {PHONE}", "owner": f"Bu Wagiyem {PHONE}", "definition": f"NIK {NIK}"}],
    "results": [{"indicator": "I1", "period": "2025-Q1", "value": 10, "place": f"rumah Bu Wagiyem {PHONE}",
                 "note": f"Bu Wagiyem NIK {NIK}", "evidence": f"https://drive/foto-{PHONE}"}],
    "feedback": [{"date": "01/03/2025", "place": f"Dusun Krajan rumah Bu Wagiyem {PHONE}", "partner": f"WA {PHONE}",
                  "channel": f"Bu Wagiyem {PHONE}", "age": f"45 {PHONE}", "text": f"kata Bu Wagiyem {PHONE}",
                  "theme": f"tel {PHONE}"}],
    "activities": [{"partner": "A", "activity": f"Kunjungan Bu Wagiyem {PHONE}", "sector": f"x {PHONE}",
                    "place": "33.10", "start": "01/01/2025", "people_group": f"keluarga Bu Wagiyem NIK {NIK}"}],
    "contributions": [{"partner": "A", "programme": "AIR", "period": "2025", "kind": "dana", "pledged": 10,
                       "currency": "IDR", "valuation": f"transfer a.n. Bu Wagiyem {PHONE}"}],
    "survey": [{"round": "2025-1", "partner": "A", "factor": "kepercayaan", "score": 3,
                "comment": f"Bu Wagiyem kasar, telepon {PHONE} NIK {NIK}"}],
    "needs": [{"place": "33.10", "sector": "air", "people": 10, "people_group": f"keluarga Bu Wagiyem {PHONE}",
               "source": f"Bu Wagiyem {PHONE}"}],
    "campaigns": [{"code": "C", "name": "Galang", "start": "01/01/2025", "goal": 10, "currency": "IDR",
                   "channel": f"transfer BRI 0123-01-012345-53-4 a.n. Bu Wagiyem {PHONE}"}],
    "participation": [{"date": "01/03/2025", "meeting": f"Rapat di rumah Bu Wagiyem {PHONE}", "partner": "A"}],
}  # fmt: skip


def test_no_sheet_lets_a_person_into_the_store(forum):
    outcome = forum.send(**SHEETS)
    notices = {problem.sheet for problem in outcome.warnings if problem.code == "masked"}
    assert len(notices) == len(SHEETS)
    forum.query("checkpoint")
    held = forum.store.path.read_bytes()
    for secret in ("Wagiyem", PHONE, NIK, "0123-01-012345"):
        assert secret.encode() not in held, secret


@pytest.mark.parametrize("row", [
    {"consent": f"izin lisan Bu Wagiyem {PHONE}"}, {"rating": PHONE}, {"rating": 6281227334410},
    {"date": f"hubungi Bu Wagiyem {PHONE}"},
    {"status": f"telepon Bu Wagiyem {PHONE}"}, {"sex": f"Bu Wagiyem {PHONE}"},
    {"indicator": f"Bu Wagiyem {PHONE}"}, {"place": f"Dusun Baru rumah Bu Wagiyem {PHONE}"},
])  # fmt: skip
def test_no_sentence_of_the_check_quotes_a_person(forum, row):
    outcome = forum.check(feedback=[{"date": "01/03/2025", "text": "Airnya keruh sejak pagi"} | row])
    told = " ".join(problem.sentence(translator("id")) for problem in outcome.problems)
    assert outcome.problems and "Wagiyem" not in told and "227334410" not in re.sub(r"\W", "", told)


def test_a_decision_keeps_who_decided_and_no_number_of_anybody(forum):
    case = Case("gap", "x|33.10")
    decide(forum.store, case, "action", decided_by="Siti Rahma 0812-2733-4455", owner="Pak Karto 0857 1234 5678",
           due=date(2026, 3, 1), reason="diminta Bu Wagiyem 0812-2733-4455")  # fmt: skip
    assert forum.query("select decided_by, owner, reason from case_decisions") == [
        ("Siti Rahma [telepon]", "Pak Karto [telepon]", "diminta Bu [nama] [telepon]")]  # fmt: skip
