from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from serving import compression
from serving.compression import CompressedFiles, PageShell, page_shell

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


@pytest.fixture
def shell() -> str:
    return page_shell(INDEX.read_text(encoding="utf-8"), title="Dampak", language="id", sentence="Perlu JS.")


@pytest.fixture
def client(tmp_path, shell):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "chart.abc.js").write_text("draw();" * 500)
    (tmp_path / "css.css").write_text("@font-face{font-family:Source Sans;src:url(x)}p{margin:0}")

    async def rest(request):
        return FileResponse(INDEX) if request.url.path == "/halaman" else PlainTextResponse("from the app")

    app = Starlette(
        routes=[Route("/{path:path}", rest)],
        middleware=[
            Middleware(CompressedFiles, folder=tmp_path, warm=("chart.",)),
            Middleware(PageShell, shell=shell),
        ],
    )
    with TestClient(app) as running:
        yield running


@pytest.mark.parametrize(("accepted", "coding"), [("gzip, deflate", "gzip"), ("gzip, br;q=1", "br")])
def test_a_file_of_the_front_end_comes_compressed_and_may_be_kept(client, accepted, coding):
    answer = client.get("/static/js/chart.abc.js", headers={"accept-encoding": accepted})
    assert answer.headers["content-encoding"] == coding
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["content-type"]
    assert int(answer.headers["content-length"]) < 200
    if coding == "gzip":
        assert answer.text == "draw();" * 500


def test_a_file_is_compressed_once(client, monkeypatch):
    for _ in range(2):
        client.get("/static/js/chart.abc.js", headers={"accept-encoding": "gzip"})
    monkeypatch.setattr(compression, "compressed", None)
    assert client.get("/static/js/chart.abc.js", headers={"accept-encoding": "gzip"}).status_code == 200


@pytest.mark.parametrize("path", ["/static/js/missing.js", "/static/../secrets.toml", "/static/js/../css.js"])
def test_any_other_name_goes_on_to_the_app(client, path):
    assert client.get(path).text == "from the app"


def test_a_browser_that_takes_no_compression_is_served_by_the_app(client):
    answer = client.get("/static/js/chart.abc.js", headers={"accept-encoding": "identity"})
    assert answer.text == "from the app"


def test_fonts_that_the_theme_does_not_use_are_not_asked_for(client):
    assert client.get("/static/css.css", headers={"accept-encoding": "gzip"}).text == "p{margin:0}"


def test_the_page_is_ours_without_inline_script_font_or_agent_notice(shell):
    assert "<title>Dampak</title>" in shell
    assert '<html lang="id">' in shell
    assert "<noscript><p>Perlu JS.</p></noscript>" in shell
    assert '<script type="module"' in shell
    for unwanted in ("<script>", "SourceSans", "agent", "<!--", "Streamlit</title>"):
        assert unwanted not in shell


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_any_page_answers_with_the_shell_and_is_kept_nowhere(client, shell, accepted):
    answer = client.get("/halaman", headers={"accept-encoding": accepted, "if-none-match": '"old"'})
    assert answer.text == shell
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_not_a_page_passes_unchanged(client):
    assert client.get("/_stcore/health").text == "from the app"
