"""Every view has an address: the whole of it to copy, and a short one with a QR code for the phones in the room."""

import os
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

import segno
import streamlit as st
from streamlit import config

from data.short_addresses import long_address, short_number
from ui import session
from ui.session import Visit

SHORT = "v"
SCREENS = ("indicators", "indicator", "places", "voices", "partners", "contributions", "meeting",
           "storyboards", "actions", "upload", "coding", "reports", "methods")  # fmt: skip
LOCAL = ("", "localhost", "127.0.0.1", "::1")
SHOWN = "wall_qr"
_NOT_SHARED = ("turning",)


def whole_address(here: Visit, screen: str) -> str:
    """What stands behind the host name: the screen ("" is the overview) and every choice, the language too
    ("meeting?lang=id&slide=3")."""
    kept = {name: value for name, value in st.query_params.to_dict().items() if name not in _NOT_SHARED}
    return f"{screen}?{urlencode(sorted((kept | {'lang': here.language}).items()))}"


def host() -> str:
    """Scheme and host that others reach this dashboard by ("http://192.168.1.5:8501"); "" where only this computer
    does. Whoever sits at the server itself gets the name that DAMPAK_HOSTS gives."""
    asked, browser = st.context.headers.get("Host", ""), urlsplit(st.context.url or "")
    scheme = browser.scheme or "http"
    if (named := urlsplit(f"//{asked}")).hostname not in (None, *LOCAL):
        return f"{scheme}://{asked}"
    others = [name.strip() for name in os.environ.get("DAMPAK_HOSTS", "").split(",")]
    others = [name for name in others if name and "*" not in name and name not in LOCAL]
    if not others or config.get_option("server.address") in LOCAL:
        return ""
    return f"http://{others[0]}:{named.port or config.get_option('server.port')}"


def copy_link(here: Visit, screen: str) -> None:
    """In the menu of every screen: a button that gives the whole address of what is shown, to be copied."""
    if st.sidebar.button(here.t("Copy link"), key="copy_link", icon=":material/link:", width="stretch"):
        st.dialog(here.t("Copy link"))(_link)(here, screen)  # made on the click: every rerun would pay for it


def copy_on_the_wall(here: Visit) -> None:
    """Key L on the wall, where there is no menu."""
    with st.container(key="slide_keys_link"):
        if st.button(here.t("Copy link"), key="copy_link_wall", shortcut="L"):
            st.dialog(here.t("Copy link"))(_link)(here, "meeting")


def _link(here: Visit, screen: str) -> None:
    """The address in a box; serving/scripts/copying.js copies it where the browser allows that, and then says so."""
    reached = host()
    base = reached or f"http://{st.context.headers.get('Host') or 'localhost'}"
    address, words = f"{base}/{whole_address(here, screen)}", here.t("✓ Copied. Paste it where you like.")
    st.html(f'<div class="to_copy" role="status" data-address="{escape(address)}" data-words="{escape(words)}"></div>')
    st.code(address, language=None, wrap_lines=True)
    if not reached:
        st.caption(here.t("This address works on this computer only."))


def short_address(here: Visit, screen: str) -> str:
    """The short address of what is shown ("http://192.168.1.5:8501/?v=12"); "" where nobody else could reach it."""
    if not (base := host()):
        return ""
    return f"{base}/?{SHORT}={session.remembered(_number, here, whole_address(here, screen))}"


def _number(here: Visit, address: str) -> int:
    return short_number(here.store, address)


def follow_short_address(here: Visit) -> None:
    """For dashboard.py: whoever came by a short address is led to what it stands for."""
    if (asked := st.query_params.get(SHORT)) is None:
        return
    screen, _, query = (long_address(here.store, asked) or "").partition("?")
    if screen in SCREENS or (screen == "" and query):
        st.switch_page(f"pages/{screen or 'overview'}.py", query_params=dict(parse_qsl(query)))
    del st.query_params[SHORT]
    st.toast(here.t("This short address leads nowhere. Please check the number."), icon=":material/link_off:")


def qr_code(address: str) -> str:
    """The QR code as an image in SVG, inside its own address: black on white, with the quiet zone that readers need."""
    return segno.make(address, error="m", micro=False).svg_data_uri(
        omitsize=True, border=4, dark="#000000", light="#FFFFFF", encode_minimal=True)  # fmt: skip


def on_the_wall(here: Visit) -> None:
    """Key Q: code and short address in large. Where phones can reach it, a small code stands in the corner as well."""
    t, address = here.t, short_address(here, "meeting")
    with st.container(key="slide_keys_qr"):
        st.button(t("Code for phones"), key="qr", shortcut="Q", on_click=_turned)
    if address:
        _code(address, "wall_corner", t("Code for phones"))
    if st.session_state.get(SHOWN):
        with st.container(key="wall_qr"):
            if address:
                _code(address, "wall_code", t("Code for phones"))
                st.text(address)
                st.caption(t("Point the camera of a phone in the same network at the code, or type the address."))
            else:
                st.text(t("Phones in the room cannot reach this dashboard: it answers on this computer only."))
                st.caption(
                    t(
                        "The code appears once the forum's computer has a name or number in the network of this "
                        "room and the dashboard was started for it. How: README, In the meeting room."
                    )
                )


def _turned() -> None:
    st.session_state[SHOWN] = not st.session_state.get(SHOWN, False)


def _code(address: str, kind: str, words: str) -> None:
    st.html(f'<img class="{kind}" src="{escape(qr_code(address))}" alt="{escape(words)}: {escape(address)}">')
