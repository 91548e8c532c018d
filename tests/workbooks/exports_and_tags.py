"""Exports of forms with the tool's own columns, tables with HXL tags, and a sheet for each place or partner."""

from datetime import datetime

from tests.workbooks.making import Case, Page

TRAINED = "Petani dilatih"
TOOL = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
        "_tags", "_index"]  # fmt: skip
SENT = ["u1", "2024-07-01T08:30:00", None, None, "submitted_via_web", "enum", "v1", None]
HEADER = ["Indikator", "Satuan", "Target 2024", "Realisasi 2024"]

CASES = [
    Case(
        "the tool's own status and a position are none of the form's answers",
        {"Form": Page([["start", "end", "Tanggal", "Desa", "Keluhan", "Titik", "_Titik_latitude", *TOOL],
                       ["a", "b", "2024-07-01", "Balecatur", "Air keruh", "-7.79 110.36 0 5", -7.79, 101, *SENT, 1]])},
        feedback=1,
    ),
    Case(
        "a question that a later version of the form asks again",
        {"Form": Page([["start", "Tanggal", "Desa", "Keluhan", "Keluhan", *TOOL],
                       ["a", "2024-07-01", "Balecatur", "Air keruh", None, 101, *SENT, 1],
                       ["a", "2024-07-02", "Balecatur", None, "Sampah", 102, *SENT, 2]])},
        stops=["question_twice"],
        feedback=2,
    ),
    Case(
        "HXL tags below the header of a list of activities",
        {"3W": Page([["Organisasi", "Sektor", "Kegiatan", "Kabupaten", "Mulai", "Selesai", "Terjangkau"],
                     ["#org", "#sector", "#activity", "#adm2+name", "#date+start", "#date+end", "#reached"],
                     ["Yayasan A", "WASH", "Pembagian air", "Sleman", datetime(2024, 1, 5), datetime(2024, 2, 5),
                      90]])},
        activities=1,
    ),
    Case(
        "HXL tags tell what an unknown header means",
        {"Data": Page([[*HEADER[:1], "Ukuran apa", "Target 2024", "Realisasi 2024"],
                       ["#indicator+name", "#meta+unit", "#targeted", "#reached"], [TRAINED, "orang", 100, 90]])},
        results=[(TRAINED, "2024", None, None, None, 90)],
        targets=[(TRAINED, "2024", None, None, None, 100)],
        indicators={TRAINED: {"unit": "orang"}},
    ),
    Case(
        "a sheet for each regency",
        {"Sleman": Page([HEADER, [TRAINED, "orang", 10, 9]]), "Bantul": Page([HEADER, [TRAINED, "orang", 7, 6]])},
        results=[(TRAINED, "2024", None, "34.04", None, 9), (TRAINED, "2024", None, "34.02", None, 6)],
        targets=[(TRAINED, "2024", None, "34.04", None, 10), (TRAINED, "2024", None, "34.02", None, 7)],
        stops=["whose_sheet", "whose_sheet"],
    ),
    Case(
        "a sheet for each partner, whose names nobody knows",
        {"Yayasan A": Page([HEADER, [TRAINED, "orang", 10, 9]]), "Tunas": Page([HEADER, [TRAINED, "orang", 7, 6]])},
        results=[(TRAINED, "2024", "Yayasan A", None, None, 9), (TRAINED, "2024", "Tunas", None, None, 6)],
        targets=[(TRAINED, "2024", "Yayasan A", None, None, 10), (TRAINED, "2024", "Tunas", None, None, 7)],
        stops=["whose_sheet", "whose_sheet"],
        answers={"sheet_name": {"Tunas": "partner"}},
    ),
    Case(
        "a long table of results alone defines its indicator by its unit",
        {"Data": Page([["Indikator", "Periode", "Satuan", "Realisasi"], [TRAINED, "TW I 2024", "orang", 5]])},
        results=[(TRAINED, "2024-Q1", None, None, None, 5)],
        indicators={TRAINED: {"unit": "orang"}},
    ),
    Case(
        "two columns that no word tells, beside a unit",
        {"Data": Page([["Tahun 2024"], ["Indikator", "Satuan", "Janji", "Kenyataan"], [TRAINED, "orang", 100, 90]])},
        results=[(TRAINED, "2024", None, None, None, 90)],
        targets=[(TRAINED, "2024", None, None, None, 100)],
        stops=["which_what", "which_what"],
    ),
]  # fmt: skip
