"""What a file is, by its content; its name is only asked where content cannot tell (.csv)."""

from __future__ import annotations

from data.reading.archive import Archive
from data.reading.markup import tree
from data.reading.package import workbook_part
from data.reading.refusals import Refused

_STARTS = {
    b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"%PDF": "pdf",
    b"MZ": "exe", b"\x1f\x8b": "gzip", b"\x7fELF": "elf", b"{\\rtf": "rtf",
    b"\x78\x9c": "zlib", b"\x78\xda": "zlib", b"BZh": "bzip2", b"7z\xbc\xaf": "7z", b"Rar!": "rar",
    b"PAR1": "parquet", b"SQLite": "sqlite",
}  # fmt: skip
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")


def kind_of(start: bytes, name: str) -> str:
    """'zip', 'compound' (the container of .xls) or 'csv'.

    `start`: the first 4096 bytes. Raises Refused('not_a_spreadsheet') for anything else.
    """
    if start.startswith(b"PK\3\4") or start.startswith(b"PK\5\6"):
        return "zip"
    if start.startswith(COMPOUND):
        return "compound"
    if start.startswith(_OLD_BIFF):
        raise Refused("not_a_spreadsheet", found="Excel 95 or older")
    for sign, found in _STARTS.items():
        if start.startswith(sign):
            raise Refused("not_a_spreadsheet", found=found)
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body")):
        raise Refused("not_a_spreadsheet", found="html")
    if text.startswith(b"<?xml") or text.startswith(b"<"):
        raise Refused("not_a_spreadsheet", found="xml")
    if not name.lower().endswith((".csv", ".tsv", ".txt")):
        raise Refused("not_a_spreadsheet", found="text" if b"\0" not in start else "unknown")
    return "csv"


def chat_in(archive: Archive) -> str | None:
    """The name of the text in an exported chat (`_chat.txt`, beside its pictures); None for any other zip file."""
    names = archive.names()
    if "[Content_Types].xml" in archive or "content.xml" in archive:
        return None
    texts = [name for name in names if name.lower().endswith(".txt") and "/" not in name]
    is_named = len(texts) == 1 and (texts[0] == "_chat.txt" or "whatsapp" in texts[0].lower())
    return texts[0] if is_named else None


def kind_of_archive(archive: Archive) -> tuple[str, str]:
    """('xlsx' | 'xlsb' | 'ods', its main part). Raises Refused where the zip file is no workbook."""
    if "[Content_Types].xml" in archive:
        tree(archive.part("[Content_Types].xml"), "[Content_Types].xml")  # well formed, without a document type
    if "content.xml" in archive:
        mimetype = archive.part("mimetype", 200) if "mimetype" in archive else b""
        if mimetype and b"spreadsheet" not in mimetype:
            raise Refused("not_a_spreadsheet", found=mimetype.decode("ascii", "replace")[:60])
        return "ods", "content.xml"
    part = workbook_part(archive)
    if part is None or part.startswith(("word/", "ppt/")):
        names = archive.names()
        found = next((kind for kind in ("word", "ppt", "xl") if any(n.startswith(kind + "/") for n in names)), "zip")
        if found == "xl":
            raise Refused("damaged_part", part="xl/workbook.xml")
        raise Refused("not_a_spreadsheet", found={"word": "docx", "ppt": "pptx"}.get(found, found))
    return ("xlsb" if part.endswith(".bin") else "xlsx"), part
