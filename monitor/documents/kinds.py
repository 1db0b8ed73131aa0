"""What kind of file it is: by its first bytes, and by its name only where those do not tell."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from monitor.documents.archive import members
from monitor.documents.content import Unreadable

Kind = Literal["text", "csv", "html", "mhtml", "docx", "pdf", "xlsx"]

_READS = "give a text, Markdown, HTML, DOCX, PDF, XLSX or CSV file"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_HTML = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# A part of a page, as standard input may hold it; files of text may begin so too.
_PAGE_PART = re.compile(rb"\s*<(article|section|div|p|h1|table)\b[^>]*>", re.IGNORECASE)
# A page saved with its pictures: a letter with the page in its first part.
_WEB_ARCHIVE = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*Content-Type:\s*multipart/related", re.IGNORECASE
)
_LETTER = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:\s*1", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b")
_HEAD = re.compile(
    r'[\s"\ufeff]*(tt|stt|số tt|nhiệm vụ|nội dung|(cơ quan|đơn vị) (chủ trì|phối hợp|thực hiện)|chủ trì|phối hợp'
    r'|kết quả|sản phẩm|thời gian|thời hạn|hạn)[^"]{0,20}[\s"]*',
    re.IGNORECASE,
)
_PLAIN = frozenset({"", ".txt"})
_TEXTS = frozenset({"", ".txt", ".text", ".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_WEB_ARCHIVES = frozenset({".mht", ".mhtml"})
_CONTAINERS = frozenset({".pdf", ".docx", ".xlsx"})
_SHEETS = frozenset({".csv", ".tsv"})


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of these bytes, which bear this name ("-" for none); raises Unreadable for kinds that are not read."""
    ending = PurePath(name).suffix.lower()
    if not content.strip():
        raise Unreadable("is empty")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _zipped(content)
    if content.startswith(_OLE):
        raise Unreadable(_old_office(content))
    if content.startswith(b"{\\rtf"):
        raise Unreadable("is an RTF file: open it in a word processor and save it as DOCX")
    if content.startswith(_IMAGES):
        raise Unreadable("is a picture: run text recognition (OCR) over it first, and give the text")
    if ending in _SHEETS:
        return "csv"
    if ending in _WEB_ARCHIVES or _WEB_ARCHIVE.match(content[:4096].removeprefix(codecs.BOM_UTF8).lstrip()):
        return "mhtml"
    _refuse_letters_and_markup(content, ending)
    if ending in _PAGES or _HTML.match(content[:4096].removeprefix(codecs.BOM_UTF8)):
        return "html"
    if not ending and _PAGE_PART.match(content):
        return "html"
    if ending in _CONTAINERS and not _headed(content):
        raise Unreadable(
            f"holds no {ending[1:].upper()} though it is named so: it may be damaged; fetch it anew"
        )
    if (
        ending not in _TEXTS
        and b"\0" in content[:4096]
        and not content.startswith((b"\xff\xfe", b"\xfe\xff", codecs.BOM_UTF32_BE))
    ):
        raise Unreadable(f"is of an unknown kind ({ending}): {_READS}")
    return "csv" if ending in _PLAIN and _headed(content) else "text"


def _refuse_letters_and_markup(content: bytes, ending: str) -> None:
    """Raises Unreadable for e-mails and XML that is no page: read as text they would be garbage."""
    if ending == ".eml" or _LETTER.match(content[:4096]):
        raise Unreadable("is a saved e-mail (.eml): save the document in it, or its text, and give that")
    if _XML.match(content[:4096].removeprefix(codecs.BOM_UTF8)) and not _HTML.match(
        content[:4096].removeprefix(codecs.BOM_UTF8)
    ):
        raise Unreadable("is an XML file: open it in a word processor and save it as DOCX")


def _headed(content: bytes) -> bool:
    """Whether one of the first lines is the head of a table between commas or semicolons, or tabs around quoted cells.

    Standard input has no name, and some save such a table as text.
    """
    lines = content[:4096].decode("utf-8", "replace").splitlines()[:5]
    for line in lines:
        for sign in ",;\t":
            quoted = line.lstrip("\ufeff").startswith('"')
            cells = line.split(sign)
            if len(cells) > 2 and (sign != "\t" or quoted) and names_columns(cells):
                return True
    return False


def names_columns(cells: Sequence[str]) -> bool:
    """Whether these cells are the head of an annex table: half of them its usual headings, of two both."""
    named = sum(bool(_HEAD.fullmatch(cell)) for cell in cells)
    return named * 2 >= len(cells) and named > 1


def _zipped(content: bytes) -> Kind:
    names = members(content)
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        raise Unreadable("is a presentation (.pptx): save its text as DOCX")
    if any(PurePath(name).suffix.lower() in _CONTAINERS for name in names):
        raise Unreadable("is a zip archive with documents in it: unpack it and give them one by one")
    if "content.xml" in names:
        raise Unreadable("is an OpenDocument file: save it as DOCX or XLSX")
    raise Unreadable(f"is a zip archive without a document in it: {_READS}")


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is encrypted with a password: save it without one and try again"
    if "Workbook".encode("utf-16-le") in content:
        return "is an old Excel file (.xls): save it as XLSX"
    if "PowerPoint Document".encode("utf-16-le") in content:
        return "is an old presentation (.ppt): save its text as DOCX"
    if "__substg1.0_".encode("utf-16-le") in content:
        return "is a saved e-mail (.msg): save the document in it and give that"
    return "is an old Word file (.doc): save it as DOCX"
