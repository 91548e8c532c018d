import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from serving.guards import AddressGuard, HostGuard, is_known_host
from serving.visits import COOKIE, UploadAllowance, Visits, new_visit

FILE = "/media/" + "ab" * 16 + ".csv"
SESSION = "6b1d3f0e-8a52-4d0c-9c7e-0f4f3f7f2a11"
UPLOAD = f"/_stcore/upload_file/{SESSION}/{SESSION}"


async def answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{len(await request.body())} bytes")


@pytest.fixture
def visits() -> Visits:
    return Visits()


@pytest.fixture
def client(visits):
    """A browser that has opened the dashboard and was told one download and one upload address."""
    app = Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET", "PUT"])],
        middleware=[
            Middleware(HostGuard, hosts=("localhost", "*.forum.example")),
            Middleware(
                AddressGuard,
                visits=visits,
                allowance=UploadAllowance(files=2, size=100),
                upload_limit=lambda: 60,
            ),
        ],
    )
    visit = new_visit()
    visits.tell(visit, f"{FILE} {UPLOAD}".encode())
    return TestClient(app, base_url="http://localhost:8501", cookies={COOKIE: visit})


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "LOCALHOST.", "satu.forum.example"])
def test_a_known_host_is_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "a@localhost", "localhost:80;x", "forum.example", "[", ""],
)
def test_a_strange_host_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_an_address_in_brackets_is_a_host_too():
    assert is_known_host("[::1]:8501", ("::1",))


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/mcp",
        "/_stcore/agent/interact",
        "/app/static/x",
    ],
)
def test_what_nobody_needs_is_closed(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/unggah", "/_stcore/health", "/_stcore/host-config"])
def test_the_rest_is_open(client, path):
    assert client.get(path).status_code == 200


def test_a_download_is_given_to_the_browser_that_was_told_of_it(client):
    assert client.get(FILE).status_code == 200


def test_a_download_needs_a_visit(client):
    client.cookies.clear()
    assert client.get(FILE).status_code == 401


def test_a_download_is_not_given_to_another_visit(client):
    client.cookies.set(COOKIE, new_visit())
    assert client.get(FILE).status_code == 404


def test_a_guessed_download_does_not_exist(client):
    assert client.get("/media/" + "cd" * 16 + ".csv").status_code == 404


def test_an_upload_to_the_address_it_was_told_arrives_whole(client):
    assert client.put(UPLOAD, content=b"x" * 50).text == "50 bytes"


def test_an_upload_into_a_foreign_session_does_not_arrive(client):
    assert client.put(UPLOAD.replace("6b1d", "7b1d"), content=b"x").status_code == 404


def test_an_upload_above_the_limit_is_refused_before_it_is_read(client):
    assert client.put(UPLOAD, content=b"x" * 61).status_code == 413


def test_an_upload_of_unknown_length_is_refused(client):
    assert client.put(UPLOAD, content=iter([b"x"])).status_code == 411


def test_uploads_of_one_visit_are_counted(client):
    assert client.put(UPLOAD, content=b"x" * 60).status_code == 200
    assert client.put(UPLOAD, content=b"x" * 60).status_code == 413, "40 of its 100 bytes are left"
    assert client.put(UPLOAD, content=b"x" * 40).status_code == 200
    assert client.put(UPLOAD, content=b"x").status_code == 429
