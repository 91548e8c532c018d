"""Reads a workbook as the child process does, without one: its limits and its start cost more than a small file."""

import tempfile
from pathlib import Path

from data.reading import Workbook
from data.reading.contents import read_contents
from data.reading.intake import workbook_in


def read_here(path: Path, file_name: str | None = None) -> Workbook:
    """The workbook at `path`, with nothing between the test and the reader. Raises what the reader raises."""
    with tempfile.TemporaryDirectory() as folder:
        name = file_name or path.name
        return workbook_in(read_contents(path, name, Path(folder)), name, Path(folder))
