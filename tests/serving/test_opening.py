"""The browser is opened when the dashboard answers, and not before."""

import socket
import time

import pytest

from serving.opening import address_to_open, open_when_it_answers


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_it_waits_until_the_port_answers():
    port, shown = free_port(), []
    waiting = open_when_it_answers(f"http://127.0.0.1:{port}", shown.append, patience=20)
    time.sleep(0.5)
    assert shown == [] and waiting.is_alive()
    with socket.create_server(("127.0.0.1", port)):
        waiting.join(timeout=10)
    assert shown == [f"http://127.0.0.1:{port}"]


def test_it_gives_up_where_nothing_ever_answers():
    shown = []
    open_when_it_answers(f"http://127.0.0.1:{free_port()}", shown.append, patience=0.3).join(timeout=10)
    assert shown == []


@pytest.mark.parametrize(("listens_on", "hosts", "address"), [
    ("127.0.0.1", ["192.168.1.5"], "http://127.0.0.1:8501"), ("0.0.0.0", ["192.168.1.5"], "http://192.168.1.5:8501"),
    ("0.0.0.0", [""], "http://127.0.0.1:8501"), ("0.0.0.0", ["*.local", "laptop"], "http://laptop:8501"),
    ("192.168.1.5", [""], "http://192.168.1.5:8501"),
])  # fmt: skip
def test_under_the_name_that_the_room_uses(listens_on, hosts, address):
    assert address_to_open(8501, listens_on, hosts) == address
