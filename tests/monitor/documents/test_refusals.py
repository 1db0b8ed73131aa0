"""Whatever cannot be read safely and whole is refused in one sentence that says what to do."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor import documents
from monitor.documents import Unreadable, confinement, read_document_bytes, read_document_file
from monitor.documents.letters import old_font
from tests.monitor.documents import annex

TCVN3 = (
    "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc "
    "Bé Y tÕ chñ tr×, phèi hîp víi Bé Tµi chÝnh rµ so¸t tr\u00adíc ngµy 30/6/2005"
)
VNI = (
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do Haïnh phuùc "
    "Boä Y teá chuû trì, phoái hôïp vôùi Boä Taøi chính raø soaùt tröôùc ngaøy 30/6/2005"
)


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as caught:
        read_document_bytes(content, name)
    return caught.value.sentence


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_font_encodings_are_named_and_the_way_out_too(text: str, encoding: str) -> None:
    for content in (text.encode(), text.encode("latin-1")):
        sentence = refusal(content, "x.txt")
        assert encoding in sentence
        assert "convert it to Unicode" in sentence


def test_old_fonts_are_seen_in_a_word_file_too() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(TCVN3)
    stream = io.BytesIO()
    document.save(stream)
    assert "TCVN3" in refusal(stream.getvalue(), "x.docx")


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát, hoà giải, loá mắt, tuân thủ, thuê, quý, khoẻ, uỷ ban, toà án",
        "Die Behörde prüft für die Bürger öffentlich und natürlich größere Änderungen jährlich möglichst früh",
        "Le ministère de la santé présente à l'été un rapport précis où dès février il a été évalué, là où ça coûte",
        "Co quan chu tri bao cao truoc ngay 30/6/2005 theo quy dinh cua phap luat hien hanh",
        "© 2020 ® ™ «văn bản» 5 µm ¾ · điểm · mục · phần · khoản · điều",
    ],
)
def test_other_writing_is_not_taken_for_an_old_font(text: str) -> None:
    assert old_font(text) is None


def test_text_that_is_no_utf_8_is_refused_with_byte_and_line() -> None:
    assert "byte 0xff in line 2" in refusal("dòng một\n".encode() + b"abc \xff", "x.txt")


def test_utf_16_that_breaks_off_is_refused() -> None:
    assert "UTF-16" in refusal("văn".encode("utf-16")[:-1], "x.txt")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0 abc", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"), ".ppt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), ".msg"),
        (b"From: a@example.org\nSubject: x\n y\nMIME-Version: 1.0\n\nR2lhbyBC", ".eml"),
        (b'<?xml version="1.0"?><w:wordDocument><w:t>Bo Y te</w:t></w:wordDocument>', "XML"),
        (b"PK\x03\x04 no archive", "damaged"),
        (b"%PDF-1.7 nothing follows", "damaged"),
        (b"a\0b", "zero bytes"),
        (b"<html><body><script>draw()</script></body></html>", "without text"),
    ],
)
def test_kinds_that_are_not_read_are_named(content: bytes, words: str) -> None:
    assert words in refusal(content, "-")


def archive(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members:
            opened.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("member", "words"),
    [("ppt/presentation.xml", ".pptx"), ("a/Nghị định.docx", "unpack it"), ("content.xml", "OpenDocument")],
)
def test_archives_of_other_kinds_are_named(member: str, words: str) -> None:
    assert words in refusal(archive((member, b"x")), "x.zip")


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_a_file_whose_bytes_belie_its_name_is_called_damaged(ending: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document_bytes(bytes(range(256)) * 8, f"r.{ending}")
    assert refused.value.sentence.startswith(f"holds no {ending.upper()} though it is named so")


def test_an_archive_that_declares_too_much_is_refused_unopened() -> None:
    bomb = archive(("word/document.xml", b"\0" * (documents.archive.LARGEST_MEMBER + 1)))
    assert len(bomb) < 1_000_000
    assert "unpacks to more than" in refusal(bomb, "x.docx")


def test_an_archive_that_lies_about_its_size_is_stopped_by_the_limit_of_memory() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="inlineStr"><is><t>'
        + b"a" * 600_000_000
        + b"</t></is></c></row></sheetData></worksheet>"
    )
    honest = zipfile.ZipFile(io.BytesIO(annex.as_xlsx()))
    bomb = archive(
        *((name, honest.read(name)) for name in honest.namelist() if name != "xl/worksheets/sheet1.xml"),
        ("xl/worksheets/sheet1.xml", sheet),
    )
    lying = bomb.replace(len(sheet).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    words = refusal(lying, "x.xlsx")
    assert "MB" in words or "damaged" in words


def test_a_file_of_laughter_is_refused() -> None:
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
        + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&k;'
        b"</w:t></w:r></w:p></w:body></w:document>"
    )
    honest = zipfile.ZipFile(io.BytesIO(annex.as_docx()))
    members = [(name, honest.read(name)) for name in honest.namelist() if name != "word/document.xml"]
    words = refusal(archive(*members, ("word/document.xml", laughs)), "x.docx")
    assert "damaged" in words or "no words" in words


def test_a_scan_is_refused_and_recognition_advised() -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    assert "OCR" in refusal(stream.getvalue(), "x.pdf")


def test_an_encrypted_pdf_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(100, 100, "x")
    canvas.save()
    assert "password" in refusal(stream.getvalue(), "x.pdf")


def test_a_workbook_with_a_cell_far_away_is_refused() -> None:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "a")
        sheet.write_string(1_000_000, 16_000, "b")
    assert "MB" in refusal(stream.getvalue(), "x.xlsx")


def test_oversized_files_are_refused_before_they_are_parsed() -> None:
    assert "larger than 50 MB" in refusal(b"%PDF-" + b"x" * documents.LARGEST, "x.pdf")
    assert "larger than 10 MB" in refusal(b"x " * (documents.LARGEST_PLAIN // 2 + 1), "x.txt")


def test_packages_that_are_not_there_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "find_spec", lambda _name: None)
    assert "pip install 'duewatch[documents]'" in refusal(annex.as_pdf(), "x.pdf")
    assert read_document_bytes("Bộ Y tế".encode(), "x.txt").text == "Bộ Y tế"


def test_a_parser_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "_PROGRAM", "import signal; signal.raise_signal(signal.SIGXCPU)")
    assert "takes longer than" in refusal(annex.as_docx(), "x.docx")


def test_a_file_of_the_present_folder_does_not_pass_for_a_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docx.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_document_bytes(annex.as_docx(), "x.docx").tables


def test_the_limits_hold_in_the_parsers_process_only() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    read_document_bytes(annex.as_docx(), "x.docx")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_folders_and_pipes_are_no_documents(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path, tmp_path / "pipe"):
        with pytest.raises((Unreadable, OSError)):
            read_document_file(str(name))


SAMPLES = {"x.docx": annex.as_docx(), "x.xlsx": annex.as_xlsx(), "x.pdf": annex.as_pdf()}


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damage=st.data())
def test_damaged_files_give_a_document_or_a_sentence(name: str, damage: st.DataObject) -> None:
    content = bytearray(SAMPLES[name])
    for _ in range(damage.draw(st.integers(1, 20))):
        content[damage.draw(st.integers(0, len(content) - 1))] = damage.draw(st.integers(0, 255))
    with contextlib.suppress(Unreadable):
        assert read_document_bytes(
            bytes(content[: damage.draw(st.integers(1, len(content)))]), name
        ).text.strip()


@given(st.binary(max_size=300), st.sampled_from(["-", "x.txt", "x.csv", "x.md", "x.bin"]))
@settings(deadline=None)
def test_garbage_never_makes_it_fall_over(content: bytes, name: str) -> None:
    if content.lstrip()[:1] == b"<" or b"%PDF-" in content:
        return
    with contextlib.suppress(Unreadable):
        assert read_document_bytes(content, name).text.strip()


def test_boxes_within_boxes_without_end_are_read_or_refused_soon() -> None:
    page = b"<html><body>" + b"<div>" * 20_000 + "Bộ Y tế báo cáo".encode() + b"</div>" * 20_000
    with contextlib.suppress(Unreadable):
        assert read_document_bytes(page, "x.html").text == "Bộ Y tế báo cáo\n"


def test_commas_in_running_text_make_no_table() -> None:
    text = "Bộ Y tế, Bộ Nội vụ, Bộ Tài chính báo cáo kết quả, thời gian, kinh phí; nội dung khác, nếu có.\n"
    assert read_document_bytes(text.encode(), "-").text == text
