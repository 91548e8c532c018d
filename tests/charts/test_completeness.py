import pandas as pd

from charts.completeness import matrix

CELLS = [
    ("A", "2025-Q1", 3, 3),
    ("A", "2025-Q2", 2, 3),
    ("B", "2025-Q1", None, 4),
    ("B", "2025-Q2", 0, 4),
    ("C", "2025-Q1", 0, 0),
]
FRAME = pd.DataFrame(
    [
        dict(zip(("partner", "period", "reports", "reports_due"), cell, strict=True))
        | {"partner_name": f"Mitra {cell[0]}"}
        for cell in CELLS
    ]
)


def test_each_cell_says_all_some_none_or_nothing_due(english):
    table = matrix(FRAME, english).table
    assert list(table["Partner"]) == ["Mitra B", "Mitra A", "Mitra C"]  # most missing first
    assert list(table["Q1 2025"]) == ["—", "3/3", "n.a."]
    assert list(table["Q2 2025"]) == ["—", "2/3", "n.a."]


def test_states_are_told_apart_by_text_and_by_mark(indonesian):
    traces = {trace.name: trace for trace in matrix(FRAME, indonesian).figure.data}
    assert {name: sorted(set(trace.text)) for name, trace in traces.items()} == {
        "semua dilaporkan": ["3/3"],
        "sebagian dilaporkan": ["2/3"],
        "belum dilaporkan": ["—"],
        "belum jatuh tempo": ["n.a."],
    }


def test_the_title_is_the_share_of_what_is_due(indonesian):
    assert matrix(FRAME, indonesian).title == "36% laporan yang jatuh tempo sudah masuk"  # 5 of 14


def test_without_reports_due_nothing_is_judged(english):
    assert matrix(FRAME.iloc[4:], english).title == "No reports are due yet"
