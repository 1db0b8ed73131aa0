"""Word files as offices make them: tracked changes, boxes, styles that number, macros, hidden words."""

from __future__ import annotations

import io
import zipfile

import pytest

from monitor.documents import Document, read_document_bytes

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Point"><w:basedOn w:val="Article"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Same"><w:basedOn w:val="Point"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
)
STRUCK = "<w:rPr><w:del w:id='1'/></w:rPr>"


def word(body: str, kind: str = f"{OFFICE}.document.main+xml") -> Document:
    """A Word file with this body, its numbering and its styles; ``kind`` is its content type."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{OFFICE}.numbering+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _links(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _links(("numbering", "numbering.xml"), ("styles", "styles.xml")),
        "word/numbering.xml": f'<w:numbering xmlns:w="{MAIN}">{NUMBERING}</w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{MAIN}">{STYLES}</w:styles>',
        "word/document.xml": (
            f'<w:document xmlns:w="{MAIN}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>'
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return read_document_bytes(stream.getvalue(), "x.docx")


def _links(*targets: tuple[str, str]) -> str:
    links = (f'<Relationship Id="{n}" Type="{LINKS}/{n}" Target="{target}"/>' for n, target in targets)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(links)}</Relationships>'


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if inner.startswith('<') else run(inner)}</w:p>"


def table(*rows: tuple[str, ...], struck: int | None = None) -> str:
    lines = []
    for number, row in enumerate(rows):
        mark = '<w:trPr><w:del w:id="1"/></w:trPr>' if number == struck else ""
        cells = (f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        lines.append(f"<w:tr>{mark}{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def box(inner: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        f"{OFFICE}.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_files_with_macros_and_templates_are_read(kind: str) -> None:
    assert word(paragraph("Bộ Y tế báo cáo"), kind).text == "Bộ Y tế báo cáo\n"


@pytest.mark.parametrize("way", ["<w:vanish/>", "<w:strike/>", "<w:dstrike w:val='1'/>"])
def test_hidden_and_struck_words_are_not_said(way: str) -> None:
    body = paragraph(run("trước ngày ") + run("1/7/2016 ", way) + run("15/7/2016"))
    assert word(body).text == "trước ngày 15/7/2016\n"


def test_a_property_that_is_switched_off_hides_nothing() -> None:
    assert word(paragraph(run("15/7/2016", '<w:strike w:val="0"/>'))).text == "15/7/2016\n"


def test_words_shown_in_capitals_are_read_so() -> None:
    assert word(paragraph(run("Thủ tướng", "<w:caps/>"))).text == "THỦ TƯỚNG\n"


def test_a_paragraph_whose_end_was_struck_out_goes_on_in_the_next() -> None:
    body = paragraph("Bộ Y tế báo cáo ", STRUCK) + paragraph("trước ngày 30/9/2016.")
    assert word(body).text == "Bộ Y tế báo cáo trước ngày 30/9/2016.\n"
    assert word(paragraph("Bộ Y tế báo cáo", STRUCK)).text == "Bộ Y tế báo cáo\n"


def test_a_row_that_was_struck_out_is_none() -> None:
    rows = (("TT", "Nhiệm vụ", "Thời hạn"), ("1", "Cũ", "1/9/2016"), ("2", "Mới", "30/9/2016"))
    (found,) = word(table(*rows, struck=1)).tables
    assert [row[1].text for row in found.rows] == ["Nhiệm vụ", "Mới"]


def test_a_text_box_does_not_break_the_sentence_it_is_anchored_in() -> None:
    body = paragraph(run("Bộ Y tế báo cáo") + box(paragraph("HỎA TỐC")) + run(" trước ngày 30/9/2016."))
    assert word(body).text == "Bộ Y tế báo cáo trước ngày 30/9/2016.\nHỎA TỐC\n"


def test_a_table_in_a_text_box_is_a_table() -> None:
    rows = (("TT", "Nhiệm vụ", "Thời hạn"), ("1", "Rà soát", "30/9/2016"))
    (found,) = word(paragraph(box(table(*rows)))).tables
    assert [tuple(cell.text for cell in row) for row in found.rows] == list(rows)


def test_numbers_that_a_style_gives_are_written_out() -> None:
    styled = (("Việc", "Article"), ("Một", "Point"), ("Hai", "Same"), ("Hết", "Article"), ("Khác", "Ring"))
    body = "".join(paragraph(words, f'<w:pStyle w:val="{style}"/>') for words, style in styled)
    assert word(body).text.splitlines() == ["Điều 1. Việc", "1. Một", "2. Hai", "Điều 2. Hết", "Khác"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    out = '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert word(paragraph("Không số", out)).text == "Không số\n"


def test_an_empty_paragraph_of_a_list_numbers_its_row_and_is_counted_elsewhere() -> None:
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    empty = f"<w:p><w:pPr>{item}</w:pPr></w:p>"
    (found,) = word(table(("TT", "Việc", "Hạn"), (empty, "a", "b"), (empty, "c", "d"))).tables
    assert [row[0].text for row in found.rows] == ["TT", "1.", "2."]
    assert word(empty + paragraph("Bộ Y tế", item)).text == "2. Bộ Y tế\n"
    struck = f"<w:p><w:pPr>{item}{STRUCK}</w:pPr></w:p>"
    assert word(struck + paragraph("Bộ Y tế", item)).text == "1. Bộ Y tế\n"
