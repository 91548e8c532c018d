"""Starts a dashboard on a free port of this machine for one measurement or test, and stops it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
START = """
import sys
from pathlib import Path
import serve
serve.build_app(Path(sys.argv[1])).run(config=serve.settings(int(sys.argv[2])))
"""


@dataclass(frozen=True)
class Served:
    """A running dashboard: its address, without a slash at the end, and its process."""

    url: str
    pid: int


def free_port() -> int:
    """Return a port of the loopback address that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(
    script: Path, *, seconds: float = 60, environment: dict[str, str] | None = None, port: int | None = None
) -> Iterator[Served]:
    """Serve a Streamlit `script` through serve.py's guards until the block ends.

    Where neither `environment` nor DAMPAK_STORE names a store, the dashboard shows the sample: an empty page is quick,
    and says nothing.

    Without `port` it is any free one.

    Raises TimeoutError, with what the server wrote, when it does not answer within `seconds`.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", START, str(script), str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    with TemporaryDirectory() as folder, TemporaryFile("w+", encoding="utf-8") as log:
        if script == ROOT / "dashboard.py" and "DAMPAK_STORE" not in environment:
            environment["DAMPAK_STORE"] = str(Path(folder) / "sample.duckdb")
            subprocess.run([sys.executable, "-m", "data", "sample"], cwd=ROOT, env=environment, check=True, stdout=log)
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            if not answers(f"{url}/_stcore/health", process, seconds):
                log.seek(0)
                raise TimeoutError(f"{script.name} was not served within {seconds:.0f} s:\n{log.read()}")
            yield Served(url, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def answers(url: str, process: subprocess.Popen, seconds: float) -> bool:
    """Return whether `url` answers before `seconds` pass or the process ends."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=2) as answer:
                return answer.status == 200
        except (URLError, OSError):
            time.sleep(0.1)
    return False
