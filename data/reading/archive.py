"""A zip file that is not trusted: vetted before any parser sees it, its parts unpacked under a ceiling."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from data.reading import limits
from data.reading.refusals import Refused

_PIECE = 1024 * 1024
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800


class Archive:
    """The parts of a vetted zip file. Part names are looked up without regard to case, as Excel does."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb")
        try:
            members = zipfile.ZipFile(self._file).infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
            self._file.close()
            raise Refused("damaged") from error
        self._starts: dict[str, int] = {}
        self._members: dict[str, zipfile.ZipInfo] = {}
        try:
            self._vet(members)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def names(self) -> list[str]:
        """The names of all parts, lower case."""
        return list(self._members)

    def members(self) -> list[zipfile.ZipInfo]:
        """What the central directory says of every part, in its order."""
        return list(self._members.values())

    def packed(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """The packed bytes of a part as they stand in the file, in pieces: to copy it without unpacking."""
        start, left = self._starts[member.filename], member.compress_size
        while left:
            self._file.seek(start + member.compress_size - left)
            piece = self._file.read(min(left, _PIECE))
            if not piece:
                raise Refused("damaged_part", part=member.filename)
            left -= len(piece)
            yield piece

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def _vet(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > limits.MEMBERS:
            raise Refused("too_many_members", found=len(members), limit=limits.MEMBERS)
        for member in members:
            self._vet_entry(member)
            self._members[member.filename.replace("\\", "/").lower()] = member
        end = 0
        for member in sorted(members, key=lambda each: each.header_offset):
            if member.header_offset < end:  # two entries over the same bytes: a bomb that multiplies itself
                raise Refused("lying_size", part=member.filename)
            start = self._start_of(member)
            self._starts[member.filename] = start
            end = start + member.compress_size

    def _vet_entry(self, member: zipfile.ZipInfo) -> None:
        name = member.filename.replace("\\", "/")
        if name.lower() in self._members:
            raise Refused("duplicate_member", part=name)
        if name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/"):
            raise Refused("unsafe_path", part=name)
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Refused("unsafe_path", part=name)
        if member.flag_bits & _ENCRYPTED:
            raise Refused("password")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("compression_method")
        is_swollen = member.file_size > limits.RATIO * max(member.compress_size, 1)
        if member.file_size > limits.PART_BYTES or (is_swollen and member.file_size > limits.RATIO_FREE_BYTES):
            raise Refused("too_large_unpacked", part=name)

    def _start_of(self, member: zipfile.ZipInfo) -> int:
        """Where the packed bytes start, after holding the local header against the central directory."""
        self._file.seek(member.header_offset)
        header = self._file.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size:
            raise Refused("damaged_part", part=member.filename)
        mark, _, flags, method, _, _, _, packed, unpacked, name_size, extra_size = _LOCAL_HEADER.unpack(header)
        name = self._file.read(name_size)
        if mark != b"PK\3\4" or method != member.compress_type:
            raise Refused("damaged_part", part=member.filename)
        if name.decode("utf-8" if flags & _UTF8 else "cp437", "replace") != member.orig_filename:
            raise Refused("damaged_part", part=member.filename)
        is_told_here = not flags & _SIZES_BEHIND and 0xFFFFFFFF not in (packed, unpacked)
        if is_told_here and (packed, unpacked) != (member.compress_size, member.file_size):
            raise Refused("lying_size", part=member.filename)
        return member.header_offset + _LOCAL_HEADER.size + name_size + extra_size

    def pieces(self, name: str, ceiling: int = limits.PART_BYTES) -> Iterator[bytes]:
        """The unpacked bytes of a part in pieces of a megabyte or so.

        Raises Refused where the part is missing, larger than `ceiling` or than it says, or fails its checksum.
        """
        member = self._members.get(name.lower())
        if member is None:
            raise Refused("damaged_part", part=name)
        if member.file_size > ceiling:
            raise Refused("too_large_unpacked", part=name)
        total, checksum = 0, 0
        for piece in self._unpacked(member):
            total += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if total > member.file_size:
                raise Refused("lying_size", part=name)
            yield piece
        if total != member.file_size:
            raise Refused("lying_size", part=name)
        if checksum != member.CRC:
            raise Refused("damaged_part", part=name)

    def _unpacked(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        self._file.seek(self._starts[member.filename])
        left = member.compress_size
        inflate = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
        packed = b""
        while left or packed:
            if not packed:
                packed = self._file.read(min(left, _PIECE // 4))
                if not packed:
                    raise Refused("damaged_part", part=member.filename)
                left -= len(packed)
            if inflate is None:
                yield packed
                packed = b""
                continue
            try:
                piece = inflate.decompress(packed, 4 * _PIECE)  # the cap: a bomb unpacks piece by piece
            except zlib.error as error:
                raise Refused("damaged_part", part=member.filename) from error
            packed = b"" if inflate.eof else inflate.unconsumed_tail
            yield piece
            if inflate.eof:
                return

    def part(self, name: str, ceiling: int = limits.SMALL_PART_BYTES) -> bytes:
        """A whole part, unpacked. Raises Refused as `pieces`."""
        return b"".join(self.pieces(name, ceiling))
