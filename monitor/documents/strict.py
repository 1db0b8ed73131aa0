"""Office files saved as "Strict Open XML": the same parts under other names of their schemas."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

_STRICT = b"http://purl.oclc.org/ooxml/"
# ISO/IEC 29500-1 beside 29500-4: what each schema is called in the one and in the other.
_NAMES = tuple(
    (_STRICT + strict.encode(), f"http://schemas.openxmlformats.org/{usual}".encode())
    for strict, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("drawingml/", "drawingml/2006/"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/", "officeDocument/2006/"),
    )
)
_PARTS = (".xml", ".rels")


def in_usual_names(content: bytes) -> bytes:
    """The same file under the usual names; any other file as it is. Raises BadZipFile for what is no archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "_rels/.rels" not in archive.namelist() or _STRICT not in archive.read("_rels/.rels"):
            return content
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as usual:
            for name, part in _renamed(archive):
                usual.writestr(name, part)
    return stream.getvalue()


def _renamed(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        part = archive.read(entry)
        if entry.filename.endswith(_PARTS):
            for strict, usual in _NAMES:
                part = part.replace(strict, usual)
        yield entry.filename, part
