"""An exported chat becomes feedback: date and words, never who wrote them."""

import zipfile
from datetime import date

import pytest

from data.reading import Refused, read_workbook

ANDROID = """\
12/03/26 07.00 - Pesan dan panggilan terenkripsi secara end-to-end.
12/03/26 07.15 - Bu Siti Kader: Air desa mati sudah tiga hari
tolong dicek
13/03/26 07.20 - +62 813-1111-2222: <Media tidak disertakan>
13/03/26 19.02 - Pak Budi: Pesan ini telah dihapus
14/03/26 08.00 - Karmin: Posyandu ramai: terima kasih
"""
IPHONE = """\
\u200e[14/03/2026, 07.00.12] Suara Warga: \u200ePesan dan panggilan terenkripsi
[14/03/2026, 07.15.40] ~ Siti: Air keruh
[15/03/2026, 08.00.01] Karmin: \u200egambar tidak disertakan
"""
AMERICAN = "3/12/26, 2:05\u202fPM - Siti: Water is dirty\n3/14/26, 9:00\u202fAM - Karmin: Thank you\n"


def rows(tmp_path, text, name="Chat WhatsApp dengan Suara Warga.txt"):
    (tmp_path / name).write_text(text, "utf-8")
    book = read_workbook(tmp_path / name)
    (sheet,) = book.sheets
    return book, [list(cells.values()) for _, cells in sheet.rows(0, 99)]


def test_messages_with_their_days_and_all_their_lines(tmp_path):
    book, found = rows(tmp_path, ANDROID)
    assert book.kind == "chat"
    assert found == [
        ["tanggal", "saluran", "isi"],
        [date(2026, 3, 12), "WhatsApp", "Air desa mati sudah tiga hari\ntolong dicek"],
        [date(2026, 3, 14), "WhatsApp", "Posyandu ramai: terima kasih"],
    ]


def test_what_was_left_out_is_counted(tmp_path):
    book, _ = rows(tmp_path, ANDROID)
    assert [(note.code, dict(note.params)) for note in book.notes] == [("chat_read", {"count": 2, "left_out": 3})]


@pytest.mark.parametrize("who", ["Siti", "Karmin", "Budi", "813"])
def test_nobody_who_wrote_is_read(tmp_path, who):
    book, found = rows(tmp_path, ANDROID)
    assert who not in repr(found) + repr(book.notes)


def test_the_form_of_an_iphone(tmp_path):
    _, found = rows(tmp_path, IPHONE, "_chat.txt")
    assert [cells[0] for cells in found[1:]] == [date(2026, 3, 14), date(2026, 3, 14)]
    assert found[2][2] == "Air keruh"


def test_month_first_where_no_other_order_is_a_date(tmp_path):
    _, found = rows(tmp_path, AMERICAN)
    assert [cells[0] for cells in found[1:]] == [date(2026, 3, 12), date(2026, 3, 14)]


def test_month_first_where_time_would_run_back_otherwise(tmp_path):
    text = "2/11/26, 9:00 - A: satu\n3/10/26, 9:00 - B: dua\n4/1/26, 9:00 - C: tiga\n"  # 11 Feb, 10 March, 1 April
    book, found = rows(tmp_path, text)
    assert [cells[0] for cells in found[1:]] == [date(2026, 2, 11), date(2026, 3, 10), date(2026, 4, 1)]
    assert [note.code for note in book.notes] == ["chat_read"]


def test_where_both_orders_fit_the_day_is_first_and_that_is_said(tmp_path):
    book, found = rows(tmp_path, "1/2/26 09.00 - A: satu\n2/3/26 09.00 - B: dua\n")
    assert [cells[0] for cells in found[1:]] == [date(2026, 2, 1), date(2026, 3, 2)]
    assert [note.code for note in book.notes] == ["chat_read", "chat_day_first"]


def test_a_line_that_is_no_date_is_named(tmp_path):
    (tmp_path / "c.txt").write_text("1/2/26 09.00 - A: satu\n45/13/26 09.00 - B: dua\n", "utf-8")
    with pytest.raises(Refused) as refused:
        read_workbook(tmp_path / "c.txt")
    assert (refused.value.code, refused.value.params["line"]) == ("chat_date", 2)


def test_in_the_zip_file_with_its_pictures(tmp_path):
    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", IPHONE)
        archive.writestr("IMG-0001.jpg", b"\xff\xd8\xff")
    assert read_workbook(tmp_path / "chat.zip").kind == "chat"


def test_a_table_with_dates_in_front_is_no_chat(tmp_path):
    (tmp_path / "t.csv").write_text("tanggal;isi\n12/03/26;air mati\n13/03/26;air hidup\n", "utf-8")
    assert read_workbook(tmp_path / "t.csv").kind == "csv"


def test_on_the_way_into_the_store_the_words_are_masked(tmp_path, forum):
    (tmp_path / "c.txt").write_text("1/2/26 09.00 - A: hubungi 0812-9999-1234\n2/2/26 09.00 - B: oke\n", "utf-8")
    (outcome,) = forum.load(tmp_path / "c.txt")
    assert outcome.upload_id == 1
    assert forum.query('select "date", channel, "text", consent from feedback order by row_number') == [
        (date(2026, 2, 1), "WhatsApp", "hubungi [telepon]", None), (date(2026, 2, 2), "WhatsApp", "oke", None),
    ]  # fmt: skip
