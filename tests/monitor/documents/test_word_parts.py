"""What a Word file holds beside its text: footnotes, endnotes, running heads; and files saved as Strict Open XML."""

from __future__ import annotations

import io
import zipfile

import pytest

from monitor.documents import Document, Unreadable, read_document_bytes
from rules.reading.document import read_document
from tests.builders import builtin_catalogue
from tests.monitor.documents import annex
from tests.monitor.documents.test_word import LINKS, MAIN, OFFICE, box, paragraph, run, table

NAMES = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "header",
    "footer1": "footer",
}
STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "officeDocument/relationships"),
)


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body and these other parts: ``footnotes``, ``endnotes``, ``header1``, ``footer1``."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{NAMES[name]}+xml"/>' for name in parts
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{LINKS}/{NAMES[name]}" Target="{name}.xml"/>' for name in parts
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = f'<Relationship Id="d" Type="{LINKS}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{types}</Types>'
        ),
        "_rels/.rels": f'<Relationships xmlns="{relations}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}">{links}</Relationships>',
        "word/document.xml": (
            f'<w:document xmlns:w="{MAIN}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>'
        ),
        **{
            f"word/{name}.xml": f'<w:{name} xmlns:w="{MAIN}">{inner}</w:{name}>'
            for name, inner in parts.items()
        },
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, words in files.items():
            archive.writestr(name, words)
    return stream.getvalue()


def strictly(content: bytes) -> bytes:
    """The same office file as "Strict Open XML" names its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(stream, "w") as strict:
        for name in archive.namelist():
            part = archive.read(name)
            for usual, other in STRICT:
                part = part.replace(usual.encode(), f"http://purl.oclc.org/ooxml/{other}".encode())
            strict.writestr(name, part)
    return stream.getvalue()


def document(content: bytes) -> Document:
    return read_document_bytes(content, "x.docx")


def note(number: int, *lines: str, kind: str = "footnote") -> str:
    inner = "".join(paragraph(line) for line in lines)
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def sign(number: int, kind: str = "footnote", properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def test_a_footnote_stands_in_brackets_behind_its_paragraph() -> None:
    body = paragraph(run("Bộ Y tế trình đề án") + sign(2) + run(" về giá thuốc.")) + paragraph("Hết.")
    notes = note(0, "") + note(2, "Thời hạn hoàn thành:", "trước ngày 30/9/2016.")
    found = document(word(body, footnotes=notes))
    assert found.text == (
        "Bộ Y tế trình đề án về giá thuốc. (Thời hạn hoàn thành: trước ngày 30/9/2016.)\nHết.\n"
    )


def test_a_deadline_in_a_note_is_read() -> None:
    body = paragraph(run("1. Bộ Y tế trình đề án về giá thuốc.") + sign(2, "endnote"))
    content = word(body, endnotes=note(2, "Hoàn thành trước ngày 30/9/2016.", kind="endnote"))
    (duty,) = read_document(document(content).text, None, builtin_catalogue()).obligations
    assert (duty.lead, str(duty.due)) == (("Bộ Y tế",), "2016-09-29")


def test_a_note_of_a_cell_stands_in_the_cell_and_a_struck_one_nowhere() -> None:
    cell = paragraph(run("Rà soát") + sign(2) + sign(3, properties="<w:strike/>"))
    (found,) = document(word(table(("1", cell)), footnotes=note(2, "cả năm") + note(3, "bỏ"))).tables
    assert [each.text for each in found.rows[0]] == ["1", "Rà soát (cả năm)"]


def test_a_note_of_a_box_is_said_once() -> None:
    body = paragraph(run("Bộ Y tế") + box(paragraph(run("Hỏa tốc") + sign(2))))
    assert document(word(body, footnotes=note(2, "gấp"))).text == "Bộ Y tế\nHỏa tốc (gấp)\n".replace(
        "HỎA", "Hỏa"
    )


def test_a_sign_without_its_note_says_nothing() -> None:
    body = paragraph(run("Bộ Y tế") + sign(9))
    assert document(word(body, footnotes=note(2, "x"))).text == "Bộ Y tế\n"


def test_what_runs_along_the_pages_is_no_text_and_is_told() -> None:
    head = paragraph("Bộ Y tế báo cáo trước ngày 30/9/2016")
    found = document(word(paragraph("Điều 1."), header1=head, footer1=paragraph("Trang 2/10")))
    assert found.text == "Điều 1.\n"
    assert found.remarks == (
        'what runs along its pages was not read: "Bộ Y tế báo cáo trước ngày 30/9/2016"',
    )


@pytest.mark.parametrize("words", ["", "3", "- 3 -", "Trang 3", "3/12", "Page 3 of 12"])
def test_the_number_of_a_page_is_not_told(words: str) -> None:
    assert document(word(paragraph("Điều 1."), footer1=paragraph(words))).remarks == ()


def test_a_note_that_is_no_xml_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="is damaged"):
        document(word(paragraph("Điều 1."), footnotes="<w:footnote>"))


def test_a_strict_word_file_is_read_like_any_other() -> None:
    body = paragraph(run("Bộ Y tế") + sign(2)) + table(("1", "Rà soát"))
    content = word(body, footnotes=note(2, "gấp"), header1=paragraph("Mật"))
    assert document(strictly(content)) == document(content)
    assert document(strictly(annex.as_docx())) == document(annex.as_docx())


def test_a_strict_workbook_is_read_like_any_other() -> None:
    content = annex.as_xlsx()
    assert read_document_bytes(strictly(content), "x.xlsx") == read_document_bytes(content, "x.xlsx")
