"""Tables in the words of those who keep them: `nihil` for none, `angka penuh` in a table of thousands, remarks that
begin with a number, and headers that say target, result or indicator in other words."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

JOIN = "which_over_time"

CASES = [
    Case(
        "nihil more often than a figure: still a column of figures",
        {"Data": Page([["Periode Januari s/d Juni 2025"], ["Kecamatan", "Jumlah kejadian", "Rumah dibersihkan"],
                       ["Temon", 12, "nihil"], ["Wates", 8, 0], ["Panjatan", 5, "nihil"], ["Kokap", 21, 1],
                       ["Girimulyo", 17, "nihil"]])},
        results=[*rows("Jumlah kejadian", "2025-S1", {"Temon": 12, "Wates": 8, "Panjatan": 5, "Kokap": 21,
                                                      "Girimulyo": 17}),
                 *rows("Rumah dibersihkan", "2025-S1", {"Temon": 0, "Wates": 0, "Panjatan": 0, "Kokap": 1,
                                                        "Girimulyo": 0})],
        stops=[NEW, NEW, JOIN, JOIN],
    ),
    Case(
        "a unit that says its figures are in full is not multiplied",
        {"CSR": Page([["CSR 2024"], ["(dalam ribuan kecuali disebut lain)"],
                      ["Indikator", "Satuan", "Target 2024", "Realisasi 2024"], ["Siswa penerima", "orang", 12.5, 11.8],
                      ["Beasiswa", "orang (angka penuh)", 150, 162]])},
        results=[("Siswa penerima", "2024", None, None, None, 11800), ("Beasiswa", "2024", None, None, None, 162)],
        targets=[("Siswa penerima", "2024", None, None, None, 12500), ("Beasiswa", "2024", None, None, None, 150)],
        stops=["which_scale", "which_scale", JOIN],
    ),
    Case(
        "belum beside a target of six is no answer of yes or no",
        {"RKP": Page([["Realisasi 2025"], ["Indikator", "Satuan", "Target", "Realisasi"],
                      ["Kelompok tani dibentuk", "kelompok", 6, "belum"], ["Kader dilatih", "orang", 30, 28]])},
        results=[("Kelompok tani dibentuk", "2025", None, None, None, None),
                 ("Kader dilatih", "2025", None, None, None, 28)],
        targets=[("Kelompok tani dibentuk", "2025", None, None, None, 6),
                 ("Kader dilatih", "2025", None, None, None, 30)],
        indicators={"Kelompok tani dibentuk": {"measure": "number", "over_units": "sum"}},
    ),
    Case(
        "a remark that begins with a number is no figure",
        {"KSP": Page([["Bulan", "Anggota baru", "Ket."], ["Juli 2025", 7, None],
                      ["Agustus 2025", 9, "1 anggota keluar"], ["September 2025", 11, None]])},
        results=[("Anggota baru", f"2025-0{month}", None, None, None, value)
                 for month, value in ((7, 7), (8, 9), (9, 11))],
        stops=[NEW],
    ),
    Case(
        "the lines of a block above a table are no header of it",
        {"PWS": Page([["PWS KIA"], ["Puskesmas", None, ": Kalasan"], ["Bulan", None, ": Agustus 2025"], [],
                      ["No", "Desa", "Bumil diperiksa"], [1, "Tirtomartani", 13], [2, "Tamanmartani", 9]])},
        results=rows("Bumil diperiksa", "2025-08", {"Tirtomartani": 13, "Tamanmartani": 9}),
        stops=[NEW, JOIN],
    ),
]
