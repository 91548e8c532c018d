"""Opens the dashboard in the browser of whoever started it, once it answers: before, the browser would say it is not
there."""

import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

_PATIENCE = 120  # seconds; a first start on an old laptop is slow
_PAUSE = 0.2


def address_to_open(port: int, listens_on: str, hosts: Sequence[str]) -> str:
    """The address for the one at this computer: under the first of the names that a room uses, where there is a room,
    so that its QR codes carry the name."""
    if listens_on in ("127.0.0.1", "localhost", "::1"):
        return f"http://127.0.0.1:{port}"
    own = "127.0.0.1" if listens_on in ("0.0.0.0", "::") else listens_on
    return f"http://{next((host for host in hosts if host and '*' not in host), own)}:{port}"


def open_when_it_answers(
    url: str, show: Callable[[str], object] = webbrowser.open, patience: float = _PATIENCE
) -> threading.Thread:
    """Wait beside the server until the address answers, then `show` it; give up after `patience` seconds.

    Returns the thread that waits; it does not keep the process alive.
    """
    asked = urlsplit(url)

    def wait() -> None:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                socket.create_connection((asked.hostname, asked.port), timeout=_PAUSE).close()
            except OSError:
                time.sleep(_PAUSE)
            else:
                show(url)
                return

    waiting = threading.Thread(target=wait, name="open-browser", daemon=True)
    waiting.start()
    return waiting
