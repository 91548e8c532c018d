"""The parts of an .xlsx file on their way to a changed copy: untouched ones are copied as they are packed."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from typing import BinaryIO

from data.annotated.outline import Node, Unpatchable, inserted, outline, spliced, utf8
from data.reading import limits
from data.reading.archive import Archive

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED, _UTF8, _VERSION = zipfile.ZIP_DEFLATED, 0x800, 20
_EPOCH = (1 << 5) | 1  # 1 January 1980, the first day that a zip file knows
TYPES, TOP_RELATIONS = "[Content_Types].xml", "_rels/.rels"
PART_BYTES = 300 * limits.MEGABYTE


class Parts:
    """What is changed, added and removed. Names are looked up without regard to case and keep the file's spelling."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members = {member.filename.replace("\\", "/").lower(): member for member in archive.members()}
        self._changed: dict[str, bytes] = {}
        self._names = {key: member.filename.replace("\\", "/") for key, member in self._members.items()}
        self._removed: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names and name.lower() not in self._removed

    def names(self) -> list[str]:
        return [name for key, name in self._names.items() if key not in self._removed]

    def size(self, name: str) -> int:
        """Unpacked bytes."""
        changed = self._changed.get(name.lower())
        return self._members[name.lower()].file_size if changed is None else len(changed)

    def xml(self, name: str) -> bytes:
        """A part as UTF-8, with the changes made so far."""
        if (changed := self._changed.get(name.lower())) is not None:
            return changed
        if name not in self:
            raise Unpatchable(name)
        return utf8(self._archive.part(name, PART_BYTES))

    def head(self, name: str) -> bytes:
        """The first megabytes of a part, for looking into what stands before the rows."""
        if (changed := self._changed.get(name.lower())) is not None:
            return changed[: 4 * limits.MEGABYTE]
        return next(self._archive.pieces(name), b"")

    def put(self, name: str, xml: bytes) -> None:
        """Change a part, or add one."""
        self._names.setdefault(name.lower(), name)
        self._removed.discard(name.lower())
        self._changed[name.lower()] = xml

    def remove(self, name: str) -> None:
        self._removed.add(name.lower())

    def free_name(self, pattern: str) -> str:
        """The first of `xl/comments{n}.xml` that is not taken."""
        number = 1
        while pattern.format(n=number) in self:
            number += 1
        return pattern.format(n=number)

    def _spelling(self, key: str, name: str) -> str:
        return self._members[key].filename if key in self._members else name

    def write(self, out: BinaryIO) -> None:
        """The whole file, parts in their order, new ones last."""
        directory: list[bytes] = []
        at = 0
        for key, name in self._names.items():
            if key in self._removed:
                continue
            changed = self._changed.get(key)
            entry = _Packed.of(self._spelling(key, name), changed) if changed is not None else None
            member = self._members.get(key)
            header = entry.header(at) if entry else _header(member, at)  # type: ignore[arg-type]
            out.write(header[0])
            written = len(header[0])
            for piece in [entry.packed] if entry else self._archive.packed(member):  # type: ignore[arg-type]
                out.write(piece)
                written += len(piece)
            directory.append(header[1])
            at += written
            if at >= 2**32 - 1:
                raise Unpatchable("size")
        for record in directory:
            out.write(record)
        size = sum(map(len, directory))
        out.write(_END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, at, 0))


class _Packed:
    """A changed part, packed."""

    def __init__(self, name: str, packed: bytes, size: int, checksum: int) -> None:
        self.name, self.packed, self.size, self.checksum = name.encode(), packed, size, checksum

    @classmethod
    def of(cls, name: str, content: bytes) -> _Packed:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return cls(name, packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))

    def header(self, at: int) -> tuple[bytes, bytes]:
        return _records(self.name, _UTF8, _DEFLATED, (0, _EPOCH), self.checksum, len(self.packed), self.size, at)


def _header(member: zipfile.ZipInfo, at: int) -> tuple[bytes, bytes]:
    year, month, day, hour, minute, second = member.date_time
    time, date = hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day
    is_utf8 = member.flag_bits & _UTF8
    name = member.orig_filename.encode("utf-8" if is_utf8 else "cp437")
    return _records(
        name, is_utf8, member.compress_type, (time, date), member.CRC, member.compress_size, member.file_size, at
    )


def _records(
    name: bytes, flags: int, method: int, when: tuple[int, int], checksum: int, packed: int, size: int, at: int
) -> tuple[bytes, bytes]:
    """The record before a part and the one in the directory; the sizes are known, so none stand behind the part."""
    common = (_VERSION, flags, method, *when, checksum, packed, size, len(name), 0)
    local = _LOCAL.pack(b"PK\3\4", *common) + name
    central = _CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, at) + name
    return local, central


class Relations:
    """The relations of one part; a new one gets a free id and the same family of types as the workbook's."""

    def __init__(self, parts: Parts, owner: str, family: str) -> None:
        folder, name = posixpath.split(owner)
        self._parts, self._folder, self.family = parts, folder, family
        self.part = f"{folder}/_rels/{name}.rels".lstrip("/")
        if self.part not in parts:
            parts_ns = "http://schemas.openxmlformats.org/package/2006/relationships"
            self._xml = (
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{parts_ns}"/>'.encode()
            )
        else:
            self._xml = parts.xml(self.part)
        self._root = outline(self._xml)

    def entries(self) -> list[Node]:
        return list(self._root.every("Relationship"))

    def of_kind(self, kind: str) -> dict[str, str]:
        """Id → target part, of the relations whose type ends so."""
        return {
            each.attributes.get("Id", ""): self._target(each.attributes.get("Target", ""))
            for each in self.entries()
            if each.attributes.get("Type", "").rpartition("/")[2] == kind
            and each.attributes.get("TargetMode") != "External"
        }

    def targets(self) -> dict[str, str]:
        """Id → target part, of all relations inside the file."""
        return {
            each.attributes.get("Id", ""): self._target(each.attributes.get("Target", ""))
            for each in self.entries()
            if each.attributes.get("TargetMode") != "External"
        }

    def _target(self, target: str) -> str:
        target = target.replace("\\", "/")
        return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))

    def add(self, kind: str, part: str) -> str:
        """A relation to a part of the file. Returns its id."""
        taken = {each.attributes.get("Id", "").lower() for each in self.entries()}
        number = len(taken) + 1
        while f"rid{number}" in taken:
            number += 1
        prefix = f"{self._root.prefix.decode()}:" if self._root.prefix else ""
        entry = f'<{prefix}Relationship Id="rId{number}" Type="{self.family}/{kind}" Target="/{part}"/>'
        self._change(spliced(self._xml, [inserted(self._xml, self._root, entry.encode())]))
        return f"rId{number}"

    def remove(self, kind: str) -> None:
        """Drop the relations of a kind."""
        self._change(
            spliced(
                self._xml,
                [
                    (each.start, each.end, b"")
                    for each in self.entries()
                    if each.attributes.get("Type", "").rpartition("/")[2] == kind
                ],
            )
        )

    def _change(self, xml: bytes) -> None:
        self._xml = xml
        self._root = outline(xml)
        self._parts.put(self.part, xml)


def declare(parts: Parts, part: str, content_type: str, extension: str | None = None) -> None:
    """Tell [Content_Types].xml of a part; with `extension`, of every part that ends so."""
    xml = parts.xml(TYPES)
    root = outline(xml)
    kind, name, value = ("Default", "Extension", extension) if extension else ("Override", "PartName", f"/{part}")
    if any(each.attributes.get(name, "").lower() == value.lower() for each in root.every(kind)):
        return
    prefix = f"{root.prefix.decode()}:" if root.prefix else ""
    entry = f'<{prefix}{kind} {name}="{value}" ContentType="{content_type}"/>'.encode()
    first = next(root.every("Override"), None) if extension else None
    edit = (first.start, first.start, entry) if first else inserted(xml, root, entry)
    parts.put(TYPES, spliced(xml, [edit]))


def withdraw(parts: Parts, part: str) -> None:
    """Drop a part and what [Content_Types].xml says of it."""
    parts.remove(part)
    xml = parts.xml(TYPES)
    gone = [
        each
        for each in outline(xml).every("Override")
        if each.attributes.get("PartName", "").lower() == f"/{part}".lower()
    ]
    parts.put(TYPES, spliced(xml, [(each.start, each.end, b"") for each in gone]))
