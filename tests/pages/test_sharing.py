"""Addresses to share: the whole of a view, the short one, and who can reach it."""

from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qsl

import pytest

from data.short_addresses import long_address
from tests.pages.conftest import ROOT
from tests.pages.shown import words
from ui import session, sharing

ROOM = {"DAMPAK_HOSTS": "192.168.1.5", "address": "0.0.0.0"}


@pytest.mark.parametrize(("asked", "settings", "reached"), [
    ("192.168.1.5:8501", {}, "http://192.168.1.5:8501"),
    ("127.0.0.1:8501", {}, ""), ("localhost", {}, ""), ("[::1]:8501", {}, ""),
    ("127.0.0.1:8600", ROOM, "http://192.168.1.5:8600"),  # the laptop at the wall, named for the room
    ("127.0.0.1:8501", ROOM | {"address": "127.0.0.1"}, ""),  # named, but shut
    ("127.0.0.1:8501", ROOM | {"DAMPAK_HOSTS": "*.forum.example"}, ""),
])  # fmt: skip
def test_phones_get_the_name_that_they_can_reach(monkeypatch, asked, settings, reached):
    monkeypatch.setenv("DAMPAK_HOSTS", settings.get("DAMPAK_HOSTS", ""))
    monkeypatch.setattr(sharing.config, "get_option", {"server.address": settings.get("address", "127.0.0.1")}.get)
    monkeypatch.setattr(sharing.st, "context", SimpleNamespace(headers={"Host": asked}, url=f"http://{asked}/"))
    assert sharing.host() == reached


def test_every_screen_has_an_address_that_a_short_one_may_lead_to():
    assert {path.stem for path in Path(ROOT / "pages").glob("*.py")} == {*sharing.SCREENS, "overview"}


def test_the_copied_address_holds_every_choice(open_screen, sample):
    chosen = {"programme": "GIZI", "place": "33.29", "scheme": "tola_15", "show": "all"}
    (address,) = _copied(open_screen("overview", turning="1", **chosen))
    assert address.startswith("http://localhost/?") and "turning" not in address
    assert dict(parse_qsl(address.partition("?")[2])) == chosen | {"lang": "id"}
    (address,) = _copied(open_screen("indicator", indicator="GIZI-01"))
    assert address.startswith("http://localhost/indicator?indicator=GIZI-01&")


def test_the_code_and_the_short_address_lead_to_the_view_on_the_wall(open_screen, sample, monkeypatch):
    assert "answers on this computer only" in words(_wall(open_screen))
    monkeypatch.setattr(sharing, "host", lambda: "http://192.168.1.5:8501")
    app = _wall(open_screen)
    assert "http://192.168.1.5:8501/?v=1" in words(app)
    pictures = [one.proto.body for one in app.get("html") if one.proto.body.startswith('<img class="wall_code"')]
    assert len(pictures) == 1 and "data:image/svg+xml" in pictures[0] and "http://192.168.1.5" in pictures[0]
    assert long_address(session.opened_store(), "1") == "meeting?lang=en&programme=GIZI&slide=3"
    unknown = open_screen("overview", lang="en", v="99")
    assert not unknown.exception and "v" not in unknown.query_params
    assert "leads nowhere" in unknown.toast[0].value


def _copied(app):
    return [one.value for one in app.button(key="copy_link").click().run().code]


def _wall(open_screen):
    app = open_screen("meeting", lang="en", programme="GIZI", slide="3")
    app.button(key="qr").click().run()
    assert not app.exception
    return app
