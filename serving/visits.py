"""What each browser has been told, and so may fetch, and how much it may still upload.

Streamlit serves a download to anybody who knows its address, and the address of a small file can be computed
from its contents. Here a browser may fetch only what its own socket was told about. The cookie that names a
visit is therefore a name and not a permission: inventing one gives access to nothing.
"""

import re
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable

COOKIE = "dampak_visit"
MEGABYTE = 1024 * 1024

# Lengths are fixed: in a protobuf frame the byte after an address can look like one more character of it.
_UUID = rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ADDRESS = re.compile(rb"/media/[0-9a-f]{32}|/_stcore/upload_file/" + _UUID + rb"/" + _UUID)


def new_visit() -> str:
    """Return a fresh name for a visit: 192 random bits."""
    return secrets.token_urlsafe(24)


def visit_of(cookie_header: str) -> str | None:
    """Return the visit named in a Cookie header, or None when there is none of the right shape."""
    found = re.search(rf"(?:^|;\s*){COOKIE}=([\w-]{{32}})(?:;|$)", cookie_header)
    return found[1] if found else None


class Visits:
    """The addresses told to each visit. Forgets the longest unused visit first."""

    def __init__(self, *, most_visits: int = 5000, most_addresses: int = 2000) -> None:
        self._told: OrderedDict[str, OrderedDict[bytes, None]] = OrderedDict()
        self._most_visits = most_visits
        self._most_addresses = most_addresses

    def tell(self, visit: str, frame: bytes) -> None:
        """Remember every media and upload address that `frame`, on its way to `visit`, contains."""
        found = _ADDRESS.findall(frame)
        if not found:
            return
        addresses = self._told.setdefault(visit, OrderedDict())
        self._told.move_to_end(visit)
        for address in found:
            addresses[address] = None
            addresses.move_to_end(address)
        while len(addresses) > self._most_addresses:
            addresses.popitem(last=False)
        while len(self._told) > self._most_visits:
            self._told.popitem(last=False)

    def may_fetch(self, visit: str | None, path: str) -> bool:
        """Return whether `visit` was told the address `path` (its file ending does not count)."""
        found = _ADDRESS.match(path.encode("utf-8", "replace"))
        return bool(found) and found[0] in self._told.get(visit or "", ())


class UploadAllowance:
    """How many uploads and bytes are taken in a sliding window: of each visit, and of all together."""

    def __init__(
        self,
        *,
        files: int = 200,  # one file per partner, forty partners, and a second try after correcting
        size: int = 200 * MEGABYTE,
        size_of_all: int = 1000 * MEGABYTE,
        seconds: float = 600,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files, self._size, self._size_of_all = files, size, size_of_all
        self._seconds = seconds
        self._clock = clock
        self._taken: deque[tuple[float, str, int]] = deque()

    def left(self, visit: str) -> int:
        """Return how many bytes `visit` may still upload now; 0 when a limit is reached."""
        while self._taken and self._taken[0][0] <= self._clock() - self._seconds:
            self._taken.popleft()
        own = [size for _, owner, size in self._taken if owner == visit]
        if len(own) >= self._files:
            return 0
        everybody = sum(size for _, _, size in self._taken)
        return max(0, min(self._size - sum(own), self._size_of_all - everybody))

    def take(self, visit: str, size: int) -> None:
        """Count one upload of `size` bytes by `visit`."""
        self._taken.append((self._clock(), visit, size))
