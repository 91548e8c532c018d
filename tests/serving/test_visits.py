from serving.visits import MEGABYTE, UploadAllowance, Visits, new_visit, visit_of

FILE = "/media/" + "0123456789abcdef" * 2
SESSION = "6b1d3f0e-8a52-4d0c-9c7e-0f4f3f7f2a11"
UPLOAD = f"/_stcore/upload_file/{SESSION}/0b0f5d1c-3f2e-4c55-8a0a-1d2c3b4a5968"


def test_a_browser_may_fetch_what_it_was_told():
    visits = Visits()
    visits.tell("ani", b"\x0a\x2e" + FILE.encode() + b".csv\x12")
    assert visits.may_fetch("ani", FILE + ".csv")


def test_nobody_else_may_fetch_it():
    visits = Visits()
    visits.tell("ani", FILE.encode())
    assert not visits.may_fetch("budi", FILE + ".csv")
    assert not visits.may_fetch(None, FILE + ".csv")


def test_an_address_ends_where_it_ends_even_if_the_next_byte_looks_like_more_of_it():
    visits = Visits()
    visits.tell("ani", FILE.encode() + b"2\x0aabc" + UPLOAD.encode() + b"2f")
    assert visits.may_fetch("ani", FILE)
    assert visits.may_fetch("ani", UPLOAD)


def test_an_address_that_was_never_told_is_not_fetched():
    visits = Visits()
    visits.tell("ani", FILE.encode())
    assert not visits.may_fetch("ani", "/media/" + "f" * 32)
    assert not visits.may_fetch("ani", "/media/")


def test_the_oldest_visits_and_addresses_are_forgotten():
    visits = Visits(most_visits=2, most_addresses=1)
    other = "/media/" + "f" * 32
    visits.tell("ani", FILE.encode() + other.encode())
    assert not visits.may_fetch("ani", FILE)
    assert visits.may_fetch("ani", other)
    visits.tell("budi", FILE.encode())
    visits.tell("citra", FILE.encode())
    assert not visits.may_fetch("ani", other)


def test_a_visit_is_read_from_its_cookie_only_when_it_has_the_right_shape():
    visit = new_visit()
    assert visit_of(f"theme=dark; dampak_visit={visit}; x=1") == visit
    assert visit_of("dampak_visit=short") is None
    assert visit_of("") is None


def test_a_visit_may_upload_so_many_files_and_bytes_in_ten_minutes():
    now = [0.0]
    allowance = UploadAllowance(files=2, size=100, size_of_all=150, seconds=600, clock=lambda: now[0])
    assert allowance.left("ani") == 100
    allowance.take("ani", 60)
    assert allowance.left("ani") == 40
    allowance.take("ani", 10)
    assert allowance.left("ani") == 0, "two files are the most"
    assert allowance.left("budi") == 80, "70 of the 150 for all are taken"
    now[0] = 600
    assert allowance.left("ani") == 100


def test_a_workbook_of_fifty_megabytes_fits_the_allowance():
    assert UploadAllowance().left("ani") >= 50 * MEGABYTE
