"""The child process: reads one file under limits on memory and time, leaves the result in a folder, and ends.

Started as `python -m data.reading.child`; waits for one line of JSON {"path", "name", "folder", "seconds"}.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from pathlib import Path

from data.reading import limits

with contextlib.suppress(ImportError):
    import resource


def main() -> None:
    """Wait for the job, do it, write `result.json`. The imports are paid before the job comes."""
    from data.reading import contents

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
