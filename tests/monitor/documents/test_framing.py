"""What a table only puts in its place on the page is read as running text: national head, recipients, signatures."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from monitor.documents import Document, read_document_bytes
from rules.reading.document import Draft, read_document
from tests.reading.reading_desk import agencies

HEAD = (
    ("BỘ Y TẾ\n-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------"),
    ("Số: 123/BYT-KCB\nV/v báo cáo giá dịch vụ", "Hà Nội, ngày 15 tháng 6 năm 2016"),
)
TASK = "Bộ Y tế đề nghị Sở Y tế các tỉnh báo cáo kết quả trước ngày 30/6/2016."
FOOT = (
    (
        "Nơi nhận:\n- Như trên;\n- Bộ trưởng (để b/c);\n- Lưu: VT, KCB.",
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n(Đã ký)\n\nNguyễn Văn An",
    ),
)
ANNEX = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
    ("1", "Rà soát danh mục dịch vụ kỹ thuật", "Bộ Y tế", "30/9/2016"),
    ("2", "Công khai giá dịch vụ trên mạng", "Bộ Tài chính", "31/12/2016"),
)  # fmt: skip


def word(*parts: str | tuple[tuple[str, ...], ...]) -> Document:
    """A DOCX of paragraphs and tables."""
    import docx

    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=len(part[0]))
        for row in part:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return read_document_bytes(stream.getvalue(), "x.docx")


def drafted(document: Document) -> Draft:
    return read_document(document.text, None, agencies())


def told(document: Document) -> list[tuple[tuple[str, ...], date | None]]:
    return [(one.lead, one.due) for one in drafted(document).obligations]


def test_a_head_and_a_foot_in_two_columns_are_read_like_plain_text() -> None:
    document = word(HEAD, "Kính gửi: Sở Y tế các tỉnh", TASK, FOOT)
    columns = [[cell for row in table for cell in (row[at],)] for table in (HEAD,) for at in (0, 1)]
    lines = [line for column in columns for cell in column for line in cell.splitlines()]
    lines += ["Kính gửi: Sở Y tế các tỉnh", TASK]
    lines += [line for cell in FOOT[0] for line in cell.splitlines() if line]
    assert document.text.splitlines() == lines
    assert document.tables == ()
    draft = drafted(document)
    assert draft == read_document("\n".join([*lines, ""]), None, agencies())
    told_of = draft.instrument
    assert (told_of.number, told_of.issued) == ("123/BYT-KCB", date(2016, 6, 15))
    assert (told_of.issuer.name, told_of.title) == ("BỘ Y TẾ", "V/v báo cáo giá dịch vụ")
    assert told_of.signer == "KT. BỘ TRƯỞNG, THỨ TRƯỞNG"
    assert told(document) == [(("Sở Y tế các tỉnh",), date(2016, 6, 29))]


def test_a_table_of_values_between_them_stays_a_table() -> None:
    document = word(HEAD, ANNEX, FOOT)
    (table,) = document.tables
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(ANNEX)
    assert told(document) == [(("Bộ Y tế",), date(2016, 9, 30)), (("Bộ Tài chính",), date(2016, 12, 31))]


def test_a_sheet_that_begins_with_the_head_of_a_page_and_ends_with_its_foot() -> None:
    stream = io.StringIO(newline="")
    rows = [
        ("BỘ Y TẾ", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 7/KH-BYT", "", "", "Hà Nội, ngày 15 tháng 6 năm 2016"),
    ]
    title = ("", "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ", "", "")
    csv.writer(stream).writerows([*rows, title, *ANNEX, ("Nơi nhận:", "", "", "TM. BỘ Y TẾ")])
    document = read_document_bytes(stream.getvalue().encode(), "x.csv")
    assert document.text.splitlines()[:5] == [
        "BỘ Y TẾ", "Số: 7/KH-BYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 15 tháng 6 năm 2016",
        "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ",
    ]  # fmt: skip
    assert document.text.splitlines()[-2:] == ["Nơi nhận:", "TM. BỘ Y TẾ"]
    assert drafted(document).instrument.number == "7/KH-BYT"
    assert told(document) == [(("Bộ Y tế",), date(2016, 9, 30)), (("Bộ Tài chính",), date(2016, 12, 31))]


def test_a_row_of_values_that_speaks_of_receivers_signing_or_days_is_no_frame() -> None:
    rows = (
        ("Việc phải làm", "Nơi nhận", "Khi nào"),
        ("Trả lời kiến nghị của cử tri", "Bộ Y tế", "Trước ngày 30 tháng 9 năm 2016"),
        ("Đã ký kết hợp đồng với nhà thầu, nay nghiệm thu", "Bộ Y tế", "ngày 30 tháng 9 năm 2016"),
    )
    (table,) = word(rows).tables
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(rows)


@pytest.mark.parametrize(
    "text",
    [
        "THỦ TƯỚNG CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 17/CT-TTg\tHà Nội, ngày 15 tháng 6 năm 2016\n",
        (
            "| THỦ TƯỚNG CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n"
            "| Số: 17/CT-TTg | Hà Nội, ngày 15 tháng 6 năm 2016 |\n\n"
        ),
    ],
)
def test_a_head_between_tabs_or_bars_gives_nobody_a_task(text: str) -> None:
    whole = f"{text}CHỈ THỊ\nVề giá dịch vụ\nGiao Bộ Y tế rà soát trước ngày 30/9/2016.\n"
    draft = read_document(whole, None, agencies())
    assert [(one.lead, one.due) for one in draft.obligations] == [(("Bộ Y tế",), date(2016, 9, 29))]
    said = draft.instrument
    assert (said.issuer.name, said.title) == ("THỦ TƯỚNG CHÍNH PHỦ", "Về giá dịch vụ")
    assert (said.number, said.issued) == ("17/CT-TTg", date(2016, 6, 15))
