import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

import serve
from serving.sockets import Pace, SocketGuard
from serving.visits import COOKIE, Visits, visit_of

FILE = "/media/" + "ab" * 16


def message(**fields) -> bytes:
    return BackMsg(**fields).SerializeToString()


def test_a_browser_may_run_and_stop_the_page_and_ask_where_to_upload():
    assert serve.is_allowed(message(rerun_script={}))
    assert serve.is_allowed(message(stop_script=True))
    assert serve.is_allowed(message(file_urls_request={}))
    assert serve.is_allowed(message(app_heartbeat=True))
    assert serve.is_allowed(message(backend_operation_request={"deferred_file": {}}))
    assert serve.is_allowed(message(backend_operation_request={"dataframe_chunk": {}}))


@pytest.mark.parametrize(
    "fields",
    [
        {"clear_cache": True},
        {"set_run_on_save": True},
        {"load_git_info": True},
        {"debug_shutdown_runtime": True},
        {"debug_disconnect_websocket": True},
        {"backend_operation_request": {"install_skills": {}}},
        {"backend_operation_request": {"dismiss_skills_nudge": {}}},
        {"backend_operation_request": {}},
        {},
    ],
)
def test_no_browser_may_clear_everybodys_cache_or_write_files(fields):
    assert not serve.is_allowed(message(**fields))


def test_bytes_that_are_no_message_are_refused():
    assert not serve.is_allowed(b"\xff\xff\xff")


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await socket.send_bytes(await socket.receive_bytes())
    except WebSocketDisconnect:
        pass


def client(visits: Visits, **limits) -> TestClient:
    guard = Middleware(SocketGuard, visits=visits, is_allowed=lambda frame: frame != b"bad", **limits)
    return TestClient(Starlette(routes=[WebSocketRoute("/", echo)], middleware=[guard]))


def test_a_refused_message_is_dropped_and_the_next_one_passes():
    with client(Visits()).websocket_connect("/") as socket:
        socket.send_bytes(b"bad")
        socket.send_bytes(b"good")
        assert socket.receive_bytes() == b"good"


def test_an_address_told_over_a_socket_is_known_to_belong_to_its_visit():
    visits = Visits()
    visit = "v" * 32
    with client(visits).websocket_connect("/", headers={"cookie": f"{COOKIE}={visit}"}) as socket:
        socket.send_bytes(FILE.encode())
        socket.receive_bytes()
    assert visits.may_fetch(visit, FILE)


def test_a_socket_without_a_visit_is_given_one():
    with client(Visits()).websocket_connect("/") as socket:
        headers = dict(socket.extra_headers)
    assert visit_of(headers[b"set-cookie"].decode().partition(";")[0])


def test_more_viewers_than_the_server_can_hold_are_turned_away():
    app = client(Visits(), most_sockets=1)
    with app.websocket_connect("/"), pytest.raises(WebSocketDisconnect), app.websocket_connect("/"):
        pass
    with app.websocket_connect("/"):
        pass


def test_a_burst_passes_at_once_and_a_flood_waits():
    now = [0.0]
    pace = Pace(rate=10, burst=2, clock=lambda: now[0])
    assert [pace.wait(), pace.wait()] == [0, 0]
    assert pace.wait() == pytest.approx(0.1)
    assert pace.wait() == pytest.approx(0.2)
    now[0] = 10
    assert pace.wait() == 0
