"""Serves the dashboard: `python serve.py [--port 8501] [--open]`.

Plain `streamlit run dashboard.py` works too, for developing: without the guards, the headers and the
compression. Environment: DAMPAK_PORT; DAMPAK_ADDRESS, to be reached from other machines (then also name
DAMPAK_HOSTS, by commas).
"""

import argparse
import gc
import importlib
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from google.protobuf.message import DecodeError
from starlette.middleware import Middleware
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import memory_media_file_storage

import data.reading
from serving.compression import OWN, CompressedFiles, PageShell, own_scripts, page_shell
from serving.guards import AddressGuard, HostGuard
from serving.headers import AnswerHeaders
from serving.opening import address_to_open, open_when_it_answers
from serving.sockets import SocketGuard
from serving.visits import MEGABYTE, UploadAllowance, Visits
from ui import stylesheet

ROOT = Path(__file__).resolve().parent
FRONT_END = Path(streamlit.__file__).parent / "static"
SCRIPTS = ROOT / "serving" / "scripts"
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
# The first visitor should not wait for these: 1.0 s of imports.
WARM = (
    "pandas", "pyarrow", "duckdb", "plotly.graph_objects", "plotly.io", "streamlit.elements.plotly_chart", "ui.session",
)  # fmt: skip
WARM_FILES = ("index.", "PlotlyChart.", "protobuf.", "StreamlitMarkdown.", "react-dom.", "DataFrame.")
# What a browser may ask of its socket. Not among them: clear_cache (empties every viewer's cache),
# set_run_on_save, load_git_info, and install_skills (writes files beside the dashboard).
MESSAGES = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat"}
OPERATIONS = {"deferred_file", "dataframe_chunk"}


def is_allowed(frame: bytes) -> bool:
    """Return whether a frame from a browser is a message that the dashboard has a use for."""
    try:
        message = BackMsg.FromString(frame)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in MESSAGES


@asynccontextmanager
async def warm_up(_app):
    """Import what the first page needs, then take it out of every later garbage collection."""
    for name in WARM:
        importlib.import_module(name)
    data.reading.warm()  # a spare child stands ready for the first upload
    gc.collect()
    gc.freeze()
    address, port = config.get_option("server.address"), config.get_option("server.port")
    print(f"Dampak: http://{address}:{port}", flush=True)
    yield {}


def build_app(script: Path) -> streamlit.App:
    """Return the ASGI app around the Streamlit `script`: headers, guards, compression and page shell."""
    # Above this size Streamlit names a download after samples of it: two exports of equal length would share
    # an address.
    memory_media_file_storage._PARTIAL_HASH_THRESHOLD = sys.maxsize
    stylesheet.is_in_the_page = True  # and not sent once more with every rerun
    visits = Visits()
    shell = page_shell(
        (FRONT_END / "index.html").read_text(encoding="utf-8"),
        title="Dampak",
        language="id",
        sentence="Dampak memerlukan JavaScript. · Dampak needs JavaScript.",
        scripts=own_scripts(SCRIPTS),
        style=stylesheet.TEXT,
    )
    return streamlit.App(
        script,
        lifespan=warm_up,
        middleware=[
            Middleware(AnswerHeaders),
            Middleware(HostGuard, hosts=hosts()),
            Middleware(AddressGuard, visits=visits, allowance=UploadAllowance(), upload_limit=upload_limit),
            Middleware(SocketGuard, visits=visits, is_allowed=is_allowed),
            Middleware(CompressedFiles, folder=FRONT_END / "static", warm=WARM_FILES),
            Middleware(CompressedFiles, folder=SCRIPTS, prefix=OWN),
            Middleware(PageShell, shell=shell),
        ],
    )


def upload_limit() -> int:
    """Return the bytes of the largest upload: the configured megabytes and one more for its wrapping."""
    return (config.get_option("server.maxUploadSize") + 1) * MEGABYTE


def hosts() -> tuple[str, ...]:
    """Return the host names to answer to: this machine's own, and those in DAMPAK_HOSTS."""
    named = os.environ.get("DAMPAK_HOSTS", "").split(",")
    return (*LOCAL_HOSTS, *(name.strip() for name in named if name.strip()))


def settings(port: int) -> dict[str, object]:
    """Return what stands over `.streamlit/config.toml` for this start."""
    return {
        "server.port": port,
        "server.address": os.environ.get("DAMPAK_ADDRESS", "127.0.0.1"),
        "server.allowedHosts": list(hosts()),
    }


app = build_app(ROOT / "dashboard.py")


def main() -> None:
    """Read the command line and serve until stopped."""
    parser = argparse.ArgumentParser(description="Serve the Dampak dashboard.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("DAMPAK_PORT", "8501")))
    parser.add_argument("--open", action="store_true", help="open it in the browser as soon as it answers")
    asked = parser.parse_args()
    set_up = settings(asked.port)
    if asked.open:
        named = hosts()[len(LOCAL_HOSTS) :]
        open_when_it_answers(address_to_open(asked.port, str(set_up["server.address"]), named))
    app.run(config=set_up)


if __name__ == "__main__":
    main()
