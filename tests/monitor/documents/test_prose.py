"""Running text comes out as paragraphs, with everything that is said and nothing that is not."""

from __future__ import annotations

import io
from xml.etree.ElementTree import fromstring

import pytest

from monitor.documents import read_document_bytes
from tests.monitor.documents import annex

TASK = "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát danh mục dịch vụ, báo cáo trước ngày 30/6/2025"


def pdf(*paragraphs: str, indent: int = 0) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("DejaVu", str(annex.FONT)))
    style = ParagraphStyle("body", fontName="DejaVu", fontSize=12, leading=16, firstLineIndent=indent)
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=(420, 300)).build([Paragraph(text, style) for text in paragraphs])
    return stream.getvalue()


@pytest.mark.parametrize("indent", [0, 30])
def test_lines_of_a_pdf_become_paragraphs_again(indent: int) -> None:
    long = f"{TASK}; {TASK.lower()} để tổng hợp."
    text = read_document_bytes(
        pdf("Điều 1. Nhiệm vụ", long, f"a) {long}", f"b) {long}", indent=indent), "x.pdf"
    ).text
    assert text.splitlines() == ["Điều 1. Nhiệm vụ", long, f"a) {long}", f"b) {long}"]


def test_a_sentence_goes_on_over_the_page() -> None:
    long = " ".join([TASK] * 12)
    assert read_document_bytes(pdf(long), "x.pdf").text == f"{long}\n"


def word(*bodies: str, numbering: str = "") -> bytes:
    """A DOCX whose body is this XML."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    for body in bodies:
        document.element.body.insert(
            len(document.element.body) - 1, parse_xml(body.replace(">", f" {nsdecls('w')}>", 1))
        )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_what_was_struck_out_is_not_said_and_what_was_put_in_is() -> None:
    body = (
        "<w:p><w:r><w:t>trước ngày </w:t></w:r><w:del><w:r><w:delText>1/7</w:delText><w:t>x</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>15/7/2025</w:t></w:r></w:ins></w:p>"
    )
    assert read_document_bytes(word(body), "x.docx").text == "trước ngày 15/7/2025\n"


def test_a_content_control_hides_nothing() -> None:
    body = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Bộ Y tế</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert read_document_bytes(word(body), "x.docx").text == "Bộ Y tế\n"


def test_line_breaks_in_a_word_paragraph_are_kept() -> None:
    body = "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>"
    assert read_document_bytes(word(body), "x.docx").text == "một\nhai\n"


def test_the_numbers_of_a_list_are_written_out() -> None:
    import docx

    document = docx.Document()
    for words in ("Bộ Y tế báo cáo", "Bộ Tài chính báo cáo"):
        document.add_paragraph(words, style="List Number")
    for paragraph, level in zip(document.paragraphs, (0, 0), strict=True):
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = 1
    stream = io.BytesIO()
    document.save(stream)
    lines = read_document_bytes(stream.getvalue(), "x.docx").text.splitlines()
    assert lines in (
        ["1. Bộ Y tế báo cáo", "2. Bộ Tài chính báo cáo"],
        ["- Bộ Y tế báo cáo", "- Bộ Tài chính báo cáo"],
    )


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def test_lists_count_by_level_and_begin_again_under_a_new_head() -> None:
    from monitor.documents.numbering import Numbering

    numbering = Numbering(fromstring(NUMBERING))

    def label(depth: int) -> str:
        return numbering.label(
            fromstring(
                '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:numPr>'
                f'<w:ilvl w:val="{depth}"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>'
            )
        )

    assert [label(depth) for depth in (0, 1, 1, 2, 2, 0, 1)] == [
        "I. ",
        "a) ",
        "b) ",
        "I.b.3 ",
        "I.b.4 ",
        "II. ",
        "a) ",
    ]


PAGE = f"""<html><head><script>var x = "trước ngày 1/1/2020"</script>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2018-09-20T08:00"}}</script></head><body>
<header><a href=/>Trang chủ</a></header>
<div class=menu>{"".join(f"<a href=/{n}>Mục {n}</a> " for n in range(40))}</div>
<div class=main><div class=article><h1>Yêu cầu mới</h1><p>{TASK}.</p><p>Một<br>hai&nbsp;ba <b>bốn</b>, <a href=x>năm</a>.</p>
<ul><li>Thứ nhất</li><li>Thứ hai</li></ul><p>{TASK} lần nữa.</p></div>
<div class=teasers>{"".join(f"<div><a href=/{n}>Tin khác, trước ngày {n + 1}/3/2019</a></div>" for n in range(20))}</div>
</div></body></html>"""


def test_the_article_is_found_among_menus_and_teasers() -> None:
    document = read_document_bytes(PAGE.encode(), "page.html")
    assert document.text.splitlines() == [
        "Yêu cầu mới", f"{TASK}.", "Một", "hai\u00a0ba bốn, năm.", "Thứ nhất", "Thứ hai", f"{TASK} lần nữa.",
    ]  # fmt: skip
    assert str(document.published) == "2018-09-20"


def test_a_page_on_standard_input_is_known_as_a_page() -> None:
    assert read_document_bytes(PAGE.encode(), "-").text.startswith("Yêu cầu mới\n")


@pytest.mark.parametrize("text", ["a\r\nb\r\rc\u2028d\n", "\u00adTr\u01b0\u0301c", "e\u0302\u0323 \u00d0"])
def test_plain_text_is_taken_sign_by_sign(text: str) -> None:
    assert read_document_bytes(text.encode(), "x.txt").text == text
    assert read_document_bytes(b"\xef\xbb\xbf" + text.encode(), "x.txt").text == text
    assert read_document_bytes(text.encode("utf-16"), "x.txt").text == text


def test_tables_in_plain_text_keep_their_place() -> None:
    text = "Trước\r\n  TT | Việc | Hạn\r\n 1 |  rà soát |\u00a0\r\n2|báo cáo|2025\r\nSau | đó\r\n"
    (table,) = read_document_bytes(text.encode(), "x.txt").tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "rà soát"],
        ["2", "báo cáo", "2025"],
    ] or [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "rà soát", ""],
        ["2", "báo cáo", "2025"],
    ]
    assert all(text[cell.start : cell.end] == cell.text for row in table.rows for cell in row)
