"""The child process: reads one file under limits on memory and time, leaves the result in a folder, and ends.

Started as `python -m data.reading.child`; waits for one line of JSON {"path", "name", "folder", "seconds"}.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
import traceback
import zipfile
from pathlib import Path

from data.reading import limits

with contextlib.suppress(ImportError):
    import resource


def main() -> None:
    """Wait for the job, do it, write `result.json`. The imports are paid before the job comes."""
    from data.reading import contents

    _rehearse(contents)
    job = json.loads(sys.stdin.readline() or "null")
    if job is None:  # the parent went away or has no use for this spare child any more
        return
    _limit(float(job["seconds"]))
    folder = Path(job["folder"])
    result = _result(contents, Path(job["path"]), str(job["name"]), folder)
    unfinished = folder / "unfinished.json"
    unfinished.write_text(json.dumps(result), encoding="utf-8")
    unfinished.replace(folder / "result.json")
    sys.stderr.flush()
    os.close(1)  # says that the result is there
    os._exit(0)  # nothing to tidy up: freeing a million cells one by one would cost the user time


def _result(contents, path: Path, name: str, folder: Path) -> dict[str, object]:  # type: ignore[no-untyped-def]
    from data.reading.refusals import Refused

    try:
        return contents.read_contents(path, name, folder)  # type: ignore[no-any-return]
    except Refused as refusal:
        return {"refused": refusal.code, "params": refusal.params}
    except MemoryError:
        return {"refused": "out_of_memory", "params": {}}
    except BaseException as error:  # calamine's PanicException is no Exception
        traceback.print_exc()
        is_memory = "memory" in type(error).__name__.lower() or "alloc" in str(error)
        return {
            "refused": "out_of_memory" if is_memory else "damaged",
            "params": {},
            "unexpected": repr(error)[:300],
        }


def _rehearse(contents) -> None:  # type: ignore[no-untyped-def]
    """Read a small workbook of our own: what arrow, numpy and the allocator do at first use is done before the job."""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>a{row}</t></is></c><c r="B{row}"><v>{row}</v></c>'
        f'<c r="C{row}" t="s"><v>0</v></c></row>'
        for row in range(1, 20_001)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    parts = {
        "_rels/.rels": f"<R>{relation.format('a', office, 'officeDocument', 'w.xml')}</R>",
        "_rels/w.xml.rels": f"<R>{relation.format('b', office, 'worksheet', 's.xml')}"
        f"{relation.format('c', office, 'sharedStrings', 't.xml')}</R>",
        "w.xml": '<workbook><sheets><sheet name="s" id="b"/></sheets></workbook>',
        "t.xml": "<sst><si><t>x</t></si></sst>",
        "s.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }
    with tempfile.TemporaryDirectory(prefix="dampak-") as folder:
        path = Path(folder) / "rehearsal.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, xml in parts.items():
                archive.writestr(name, xml)
        contents.read_contents(path, path.name, Path(folder))


def _limit(seconds: float) -> None:
    """Memory, processor time and priority; on Windows only the parent's clock remains."""
    if "resource" not in globals():
        return
    os.nice(5)
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
