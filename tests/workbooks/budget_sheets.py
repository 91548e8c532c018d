"""What was planned and spent of a budget, and how much of a work is done."""

from tests.workbooks.making import Case, Page

ROAD, POND = "Pembangunan jalan desa", "Embung"


def sheet(*lines):
    return {"Data": Page(list(lines))}


def done(period, road, pond):
    return [(ROAD, period, None, None, None, road), (POND, period, None, None, None, pond)]


CASES = [
    *(Case(f"money spent is no result: {budget}",
           {"LRA": Page([[title], ["No", "Uraian", budget, "Realisasi", "%", "Sisa"],
                         [1, "Belanja Pegawai", 500_000_000, 350_000_000, 70, 150_000_000],
                         [2, "Belanja Modal", 100_000_000, 20_000_000, 20, 80_000_000],
                         [None, "Jumlah", 600_000_000, 370_000_000, 61.7, 230_000_000]]),
            "Capaian": Page([["Indikator", "Satuan", "Target 2025", "Realisasi 2025"], [POND, "unit", 4, 3]])},
           results=[(POND, "2025", None, None, None, 3)], targets=[(POND, "2025", None, None, None, 4)],
           stops=["spent_of_budget", "which_over_time"])
      for title, budget in (("Laporan Realisasi Anggaran Tahun 2025", "Anggaran"), ("LRA 2025", "Pagu (Rp)"),
                            ("Realisasi APBDes 2025", "APBDes Perubahan"))),
    Case(
        "what was reached stands beside the budget of it",
        sheet(["Laporan 2025"], ["Indikator", "Anggaran", "Realisasi"], ["Balita mendapat PMT", 50_000_000, 320],
              ["Sambungan rumah", 20_000_000, 60]),
        results=[("Balita mendapat PMT", "2025", None, None, None, 320),
                 ("Sambungan rumah", "2025", None, None, None, 60)],
        stops=["which_over_time"] * 2,
    ),
    Case(
        "spent of a small budget, where somebody says that these are results",
        sheet(["Laporan 2025"], ["Uraian", "Anggaran", "Realisasi"], ["Dana Desa", 800, 600]),
        results=[("Dana Desa", "2025", None, None, None, 600)],
        stops=["spent_of_budget"], answers={"what": {"C": "result"}},
    ),
    Case(
        "how much of a work is done, beside the money",
        sheet(["Bulan Juni 2025"], ["Uraian Pekerjaan", "Target Fisik (%)", "Realisasi Fisik (%)",
                                    "Target Keuangan (%)", "Realisasi Keuangan (%)", "Deviasi"],
              [ROAD, 50, 45, 40, 30, -5], [POND, 80, 82, 80, 75, 2]),
        results=done("2025-06", 45, 82), targets=done("2025-06", 50, 80),
        indicators={ROAD: {"unit": "%", "over_time": "last"}},
    ),
    *(Case(f"how much of a work is done: {' | '.join(header[1:])}",
           sheet(["Kemajuan fisik TW III 2025"], list(header), [ROAD, *before, 65, 60], [POND, *before, 100, 100]),
           results=done("2025-Q3", 65, 100))
      for header, before in ((("Kegiatan", "Fisik (%)", "Keuangan (%)"), []),
                             (("Nama Kegiatan", "Pagu (Rp)", "Progres Fisik %", "Keuangan %"), [300_000_000]))),
    Case(
        "an indicator beside a budget of about its size is one, unless what is left stands beside",
        {"A": Page([["2025"], ["Indikator", "Anggaran", "Realisasi"], ["Pendapatan UMKM", 1000, 400]]),
         "B": Page([["2025"], ["Indikator Kinerja", "Anggaran", "Realisasi", "Sisa"],
                    ["Belanja modal", 900, 500, 400]])},
        results=[("Pendapatan UMKM", "2025", None, None, None, 400)],
        stops=["spent_of_budget"],
    ),
]  # fmt: skip
