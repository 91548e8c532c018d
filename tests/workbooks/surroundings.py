"""What stands around a table in a real report, and must change nothing of what is read: a letterhead, a signature."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from openpyxl.utils import column_index_from_string, get_column_letter

from tests.workbooks.making import Case, Page

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def moved(page: Page, down: int, right: int, rows) -> Page:
    """The page with these rows; what it says of cells and columns has moved along."""
    return replace(
        page,
        rows=rows,
        merged=[_shifted(each, down, right) for each in page.merged],
        hidden=[_column(letters, right) for letters in page.hidden],
        percent=[_shifted(each, down, right) for each in page.percent],
        formats={_shifted(cell, down, right): code for cell, code in page.formats.items()},
    )


def _shifted(reference: str, down: int, right: int) -> str:
    return _ADDRESS.sub(lambda found: f"{_column(found[1], right)}{int(found[2]) + down}", reference)


def _column(letters: str, right: int) -> str:
    return get_column_letter(column_index_from_string(letters) + right)


def letterhead(page: Page) -> Page:
    head = [["FORUM KEMITRAAN MULTIPIHAK"], ["Jl. Merdeka No. 17, Telp. (0271) 645812"], []]
    return moved(page, 3, 0, [*head, *page.rows])


def further_right(page: Page) -> Page:
    return moved(page, 0, 1, [[None, *cells] if cells else [] for cells in page.rows])


def wide_spaces(page: Page) -> Page:
    def spaced(cell):
        return f" {cell.replace(' ', chr(160))}  " if isinstance(cell, str) else cell

    return replace(page, rows=[[spaced(cell) for cell in cells] for cells in page.rows])


def spaces_in_empty_cells(page: Page) -> Page:
    width = _width(page)
    return replace(page, rows=[[" " if cell is None else cell for cell in [*cells, *[None] * (width - len(cells))]]
                               if cells else [] for cells in page.rows])  # fmt: skip


def signed_on_both_sides(page: Page) -> Page:
    gap = [None] * max(0, _width(page) - 3)
    return below(page, [None, "Mengetahui,", *gap, "Surakarta, 12 Januari 2026"],
                 [None, "Kepala Dinas,", *gap, "Penyusun,"], [], [],
                 [None, "Drs. Hartono, M.Si.", *gap, "Siti Aminah, S.Kep."],
                 [None, "NIP 19680412 199303 1 007", *gap, "NIP 19850102 201001 2 003"])  # fmt: skip


def signed_below_the_last_column(page: Page) -> Page:
    gap = [None] * (_width(page) - 1)
    return replace(page, rows=[*page.rows, [*gap, "Kebumen, 3 Juli 2025"], [*gap, "Kepala Puskesmas"], [], [],
                               [*gap, "dr. Wulan Sari"]])  # fmt: skip


def signed_by_offices(page: Page) -> Page:
    gap = [None] * max(0, _width(page) - 2)
    return below(page, ["Kepala Desa Sukamaju,", *gap, "Sekretaris Forum,"], [], [],
                 ["H. Sutrisno", *gap, "Rina Wati"], ["NIP. 196804121993031007"])  # fmt: skip


def to_be_signed(page: Page) -> Page:
    gap = [None] * max(0, _width(page) - 1)
    return below(page, [*gap, "................, ........................ 2025"], [*gap, "Yang melaporkan,"], [],
                 [*gap, "(............................)"])  # fmt: skip


def noted(page: Page) -> Page:
    return below(page, ["Keterangan:"], ["L = laki-laki, P = perempuan"], ["Sumber: laporan bulanan posyandu"])


def below(page: Page, *rows) -> Page:
    return replace(page, rows=[*page.rows, [], *rows])


def _width(page: Page) -> int:
    return max(map(len, page.rows))


AROUND: Mapping[str, Callable[[Page], Page]] = {
    made.__name__: made
    for made in (
        signed_on_both_sides, signed_below_the_last_column, letterhead, signed_by_offices, further_right, to_be_signed,
        noted, wide_spaces, spaces_in_empty_cells,
    )
}  # fmt: skip


def surrounded(case: Case, around: str) -> Case:
    """The same table, with more around it on every sheet."""
    pages = {name: AROUND[around](page) if page.rows else page for name, page in case.pages.items()}
    return replace(case, pages=pages, cells={})
