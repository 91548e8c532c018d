"""Tables with a village, district or partner in each row and an indicator above each column."""

from tests.workbooks.making import Case, Page

NEW = "header_as_indicator"


def rows(indicator, period, values, unit="place", group=None):
    """(indicator, period, partner, place, group, value) of each unit with a value."""
    at = 1 if unit == "place" else 0
    return [(indicator, period, *((None, name) if at else (name, None)), group, value)
            for name, value in values.items()]  # fmt: skip


CASES = [
    Case(
        "sanitation by village: groups of columns, shares that are worked out, a yes or no, a total row",
        {"STBM": Page(
            [["REKAPITULASI STBM KABUPATEN SLEMAN TAHUN 2024"], [],
             ["No", "Kecamatan", "Desa", "Jumlah KK", "Pilar 1: Stop BABS", None, "Desa ODF"],
             [None, None, None, None, "Jumlah KK akses", "%", None],
             [1, "Gamping", "Ambarketawang", 3200, 3000, 93.75, "Ya"],
             [2, None, "Balecatur", 2800, 2700, 96.4, "Tidak"],
             [3, "Godean", "Sidoluhur", 1500, 1500, 100, "Ya"], ["Jumlah", None, None, 7500, 7200, 96, None]],
            merged=["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4"])},
        results=[*rows("Jumlah KK", "2024", {"Ambarketawang": 3200, "Balecatur": 2800, "Sidoluhur": 1500}),
                 *rows("Pilar 1: Stop BABS – Jumlah KK akses", "2024",
                       {"Ambarketawang": 3000, "Balecatur": 2700, "Sidoluhur": 1500}),
                 *rows("Desa ODF", "2024", {"Ambarketawang": 1, "Balecatur": 0, "Sidoluhur": 1})],
        indicators={"Jumlah KK": {"unit": "KK", "measure": "number"}, "Desa ODF": {"measure": "yes_no"}},
        stops=["which_over_time", *[NEW] * 3],
    ),
    Case(
        "a posyandu is told apart by its puskesmas, its month stands in the title",
        {"Posyandu": Page([["LAPORAN POSYANDU BULAN MARET 2024"], ["Puskesmas: Gamping I"],
                           ["No", "Nama Posyandu", "S", "D/S (%)", "Balita BGM"], [1, "Melati", 45, 88.9, 1],
                           [2, "Mawar", 50, 82, 0], ["Jumlah", None, 95, 85.3, 1]])},
        results=[*rows("S", "2024-03", {"Melati, Gamping I": 45, "Mawar, Gamping I": 50}),
                 *rows("D/S (%)", "2024-03", {"Melati, Gamping I": 88.9, "Mawar, Gamping I": 82}),
                 *rows("Balita BGM", "2024-03", {"Melati, Gamping I": 1, "Mawar, Gamping I": 0})],
        indicators={"D/S (%)": {"unit": "%", "measure": "percent"}},
        stops=["which_over_time", "which_over_time", *[NEW] * 3],
    ),
    Case(
        "target and result below each indicator, one of which is known",
        {"Data": Page([["Tahun 2024"], ["Kecamatan", "IND-1", None, "Bibit dibagikan (batang)", None],
                       [None, "Target", "Realisasi", "Target", "Realisasi"], ["Gamping", 100, 90, 20, 22],
                       ["Godean", 200, 150, 30, 25], ["Jumlah", 300, 240, 50, 47]],
                      merged=["A2:A3", "B2:C2", "D2:E2"])},
        results=[*rows("IND-1", "2024", {"Gamping": 90, "Godean": 150}),
                 *rows("Bibit dibagikan (batang)", "2024", {"Gamping": 22, "Godean": 25})],
        targets=[*rows("IND-1", "2024", {"Gamping": 100, "Godean": 200}),
                 *rows("Bibit dibagikan (batang)", "2024", {"Gamping": 20, "Godean": 30})],
        stops=[NEW],
        known=["IND-1"],
    ),
    Case(
        "partners in the rows, a half-year in the title, one column that nobody wants",
        {"Data": Page([["Rekap Mitra Semester I 2024"],
                       ["No", "Nama Mitra", "Jumlah peserta (orang)", "Jumlah kegiatan"],
                       [1, "Yayasan A", 100, 3], [2, "LSM B", 50, 2], [3, "Jumlah", 150, 5]])},
        results=rows("Jumlah peserta (orang)", "2024-S1", {"Yayasan A": 100, "LSM B": 50}, unit="partner"),
        indicators={"Jumlah peserta (orang)": {"unit": "orang"}},
        stops=["which_over_time", *[NEW] * 2],
        answers={"same_as": {"Jumlah kegiatan": "none"}},
    ),
    Case(
        "months above the figures of the one indicator that the title names",
        {"Data": Page([["Jumlah Balita Ditimbang Tahun 2024"], ["Desa", "Jan", "Feb"], ["Balecatur", 10, 11],
                       ["Sidoluhur", 20, 21], ["Jumlah", 30, 32]])},
        results=[*rows("Jumlah Balita Ditimbang", "2024-01", {"Balecatur": 10, "Sidoluhur": 20}),
                 *rows("Jumlah Balita Ditimbang", "2024-02", {"Balecatur": 11, "Sidoluhur": 21})],
        stops=["which_over_time", NEW],
    ),
    Case(
        "a year and a month in the rows, women and men below the indicator, the district's own row",
        {"Data": Page([["Kecamatan", "Desa", "Tahun", "Bulan", "Balita ditimbang", None, None],
                       [None, None, None, None, "L", "P", "Jumlah"],
                       ["Gamping", None, 2024, "Mei", None, None, 17], ["Gamping", "Balecatur", 2024, "Mei", 4, 6, 10],
                       ["Gamping", "Banyuraden", 2024, "Mei", None, None, 7]],
                      merged=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"])},
        results=[*rows("Balita ditimbang", "2024-05", {"Balecatur": 4}, group="sex=m"),
                 *rows("Balita ditimbang", "2024-05", {"Balecatur": 6}, group="sex=f"),
                 *rows("Balita ditimbang", "2024-05", {"Banyuraden": 7})],
        stops=["which_over_time", NEW],
    ),
    Case(
        "a period behind the name of each indicator",
        {"Data": Page([["Omzet UMKM binaan 2025"], ["UMKM", "Omzet TW I", "Omzet TW II", "Tenaga kerja"],
                       ["Keripik Sari", 1_000_000, 1_200_000, 2], ["Sambal Asih", 2_000_000, 2_100_000, 3]])},
        results=[(name, period, unit, None, None, value)
                 for unit, values in (("Keripik Sari", (1_000_000, 1_200_000, 2)),
                                      ("Sambal Asih", (2_000_000, 2_100_000, 3)))
                 for name, period, value in zip(("Omzet", "Omzet", "Tenaga kerja"), ("2025-Q1", "2025-Q2", "2025"),
                                                values, strict=True)],
        stops=[NEW, NEW, "which_over_time", "which_over_time"],
    ),
    Case(
        "a month and a year behind the name of each indicator",
        {"Data": Page([["Desa", "Balita ditimbang Jan 2025", "Balita ditimbang Feb 2025"], ["Nita", 10, 12],
                       ["Bola", 20, 22]])},
        results=[*rows("Balita ditimbang", "2025-01", {"Nita": 10, "Bola": 20}),
                 *rows("Balita ditimbang", "2025-02", {"Nita": 12, "Bola": 22})],
        stops=[NEW, "which_over_time"],
    ),
]  # fmt: skip
