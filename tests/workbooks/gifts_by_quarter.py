"""What partners gave in each quarter: periods as columns, totals beside and below."""

from tests.workbooks.making import Case, Page

SARI, TIRTA = "PT Sari Bumi", "PT Tirta"


def gave(partner, kind, currency, *amounts):
    return [(partner, f"2025-Q{quarter}", kind, None, amount, currency)
            for quarter, amount in enumerate(amounts, 1) if amount is not None]  # fmt: skip


CASES = [
    Case(
        "quarters as columns, with totals",
        {"CSR": Page([["KONTRIBUSI MITRA TAHUN 2025 (Rp)"],
                      ["No", "Mitra", "Bentuk", "TW I", "TW II", "TW III", "TW IV", "Total"],
                      [1, SARI, "Uang", 10_000_000, 0, 20_000_000, None, 30_000_000],
                      [2, TIRTA, "Barang", None, 5_000_000, None, None, 5_000_000],
                      [None, "Jumlah", None, 10_000_000, 5_000_000, 20_000_000, None, 35_000_000]])},
        contributions=[*gave(SARI, "money", "IDR", 10_000_000, 0, 20_000_000),
                       *gave(TIRTA, "goods", "IDR", None, 5_000_000)],
        stops=["which_column"],
    ),
    Case(
        "pledged for the year, delivered by quarter below one heading",
        {"CSR": Page([["Rekap CSR 2025"],
                      ["Perusahaan", "Jenis Kontribusi", "Komitmen 2025", "Realisasi", None, "Total Realisasi", "Sisa"],
                      [None, None, None, "TW I", "TW II", None, None],
                      [SARI, "Uang tunai", 50_000_000, 10_000_000, 15_000_000, 25_000_000, 25_000_000],
                      [TIRTA, "Barang (in-kind)", 20_000_000, None, 10_000_000, 10_000_000, 10_000_000],
                      ["Total", None, 70_000_000, 10_000_000, 25_000_000, 35_000_000, 35_000_000]])},
        contributions=[*gave(SARI, "money", None, 10_000_000, 15_000_000),
                       *gave(TIRTA, "goods", None, None, 10_000_000),
                       (SARI, "2025", "money", 50_000_000, None, None),
                       (TIRTA, "2025", "goods", 20_000_000, None, None)],
        stops=["which_column"],
    ),
    Case(
        "in English, and pledged where somebody says so",
        {"Gifts": Page([["Partner contributions 2025 (USD)"], ["Contributor", "Type", "Q1", "Q2", "Total"],
                        [SARI, "Cash", 1000, 2000, 3000], [TIRTA, "In-kind", 0, 400, 400],
                        ["Grand Total", None, 1000, 2400, 3400]])},
        contributions=[(partner, period, kind, amount, None, currency)
                       for partner, period, kind, _, amount, currency in (*gave(SARI, "money", "USD", 1000, 2000),
                                                                          *gave(TIRTA, "goods", "USD", 0, 400))],
        stops=["which_column"] * 2, answers={"column": {"delivered": "none"}},
    ),
    Case(
        "numbers of sacks and days are no amounts of money",
        {"CSR": Page([["Kontribusi 2025"], ["Mitra", "Bentuk kontribusi", "Satuan", "TW I", "TW II", "Jumlah"],
                      [SARI, "Semen", "sak", 100, 50, 150], [TIRTA, "Tenaga ahli", "orang-hari", 10, 10, 20]])},
        stops=["no_known_sheet"], results=None,
    ),
]  # fmt: skip
