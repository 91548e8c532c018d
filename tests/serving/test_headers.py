from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from serving.headers import AnswerHeaders
from serving.visits import COOKIE


def client(scheme: str = "http") -> TestClient:
    routes = [
        Route("/", lambda request: HTMLResponse("<p>halaman")),
        Route("/media/x", lambda request: PlainTextResponse("x")),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(AnswerHeaders)])
    return TestClient(app, base_url=f"{scheme}://dampak.example")


def test_every_answer_carries_the_policy_even_a_missing_page():
    for path in ("/", "/media/x", "/missing"):
        headers = client().get(path).headers
        assert "script-src 'self' 'wasm-unsafe-eval';" in headers["content-security-policy"]
        assert "ws://dampak.example " in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_a_strange_host_does_not_reach_the_policy():
    answer = client().get("/", headers={"host": "x; script-src *"})
    assert "script-src *" not in answer.headers["content-security-policy"]


def test_a_page_names_a_new_visit_and_leaves_a_known_one_alone():
    browser = client()
    first = browser.get("/").headers["set-cookie"]
    assert first.startswith(f"{COOKIE}=")
    assert "HttpOnly" in first
    assert "SameSite=Lax" in first
    assert "Secure" not in first
    assert "set-cookie" not in browser.get("/").headers


def test_over_tls_the_visit_stays_on_tls():
    assert "Secure" in client("https").get("/").headers["set-cookie"]


def test_a_download_is_kept_nowhere_and_names_no_visit():
    headers = client().get("/media/x").headers
    assert headers["cache-control"] == "no-store"
    assert "set-cookie" not in headers
