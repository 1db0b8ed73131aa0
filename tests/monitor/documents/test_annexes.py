"""An annex table is the same table whatever kind of file holds it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest

from monitor.documents import Document, read_document_bytes
from tests.monitor.documents import annex

KINDS: dict[str, Callable[[], bytes]] = {
    "annex.docx": annex.as_docx,
    "annex.xlsx": annex.as_xlsx,
    "annex.pdf": annex.as_pdf,
    "annex.html": annex.as_html,
    "annex.md": annex.as_markdown,
}


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", KINDS)
def test_merged_cells_section_rows_and_pages_give_the_table_of_the_csv(name: str) -> None:
    assert rows(read_document_bytes(KINDS[name](), name)) == annex.spelt_out()


@pytest.mark.parametrize("name", [name for name in KINDS if name != "annex.md"])
def test_the_text_is_the_same_too(name: str) -> None:
    csv = read_document_bytes(annex.as_csv(), "annex.csv")
    assert read_document_bytes(KINDS[name](), name).text == csv.text


@pytest.mark.parametrize("name", KINDS)
def test_every_cell_stands_in_the_text_where_it_says(name: str) -> None:
    document = read_document_bytes(KINDS[name](), name)
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    assert [document.text[cell.start : cell.end] for cell in cells] == [cell.text for cell in cells]


def test_the_pdf_really_has_several_pages() -> None:
    assert annex.as_pdf().count(b"/Type /Page\n") > 1


def test_the_kind_is_told_by_the_bytes_and_not_by_the_name() -> None:
    assert rows(read_document_bytes(annex.as_csv(), "-")) == annex.spelt_out()
    for name, make in KINDS.items():
        if name != "annex.md":
            assert rows(read_document_bytes(make(), "-")) == annex.spelt_out()


def test_the_page_says_when_it_was_published() -> None:
    document = read_document_bytes(annex.as_html(), "annex.html")
    assert str(document.published) == "2025-01-09"


def test_menus_around_the_article_are_left_out() -> None:
    text = read_document_bytes(annex.as_html(), "annex.html").text
    assert "tin mới nhất" not in text
    assert "Bản quyền" not in text


def test_a_hidden_sheet_is_not_read_and_not_kept_secret() -> None:
    assert read_document_bytes(annex.as_xlsx(), "annex.xlsx").remarks == ("1 hidden sheets were not read",)


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_a_csv_may_be_separated_by_other_signs(sign: str) -> None:
    lines = [sign.join(f'"{cell}"' for cell in row) for row in annex.spelt_out()]
    assert rows(read_document_bytes("\r\n".join(lines).encode(), "annex.csv")) == annex.spelt_out()


def test_a_csv_of_a_spreadsheet_in_utf_16_is_read() -> None:
    lines = ["\t".join(row) for row in annex.spelt_out()]
    assert rows(read_document_bytes("\r\n".join(lines).encode("utf-16"), "annex.csv")) == annex.spelt_out()


def test_a_line_end_inside_a_cell_becomes_a_space() -> None:
    document = read_document_bytes('TT,Nhiệm vụ,Hạn\n1,"a) một;\n b)\thai",2025\n'.encode(), "x.csv")
    assert rows(document)[1] == ["1", "a) một; b) hai", "2025"]
    assert document.text.count("\n") == 2


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("mmm-yy", "6/2025"),
        ("mm/yyyy", "6/2025"),
        ('"Tháng "m/yyyy', "6/2025"),
        ("yyyy", "2025"),
        ("dd/mm/yyyy", "1/6/2025"),
        ("d-mmm-yy", "1/6/2025"),
    ],
)
def test_a_month_that_a_spreadsheet_keeps_as_its_first_day_is_read_as_it_is_shown(
    shown: str, words: str
) -> None:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Phụ lục")
        sheet.write_row(0, 0, ["TT", "Nhiệm vụ", "Thời gian"])
        sheet.write_row(1, 0, ["1", "Báo cáo"])
        sheet.write_datetime(1, 2, date(2025, 6, 1), book.add_format({"num_format": shown}))
    assert rows(read_document_bytes(stream.getvalue(), "x.xlsx"))[1][2] == words


def test_a_table_in_a_cell_costs_no_row_and_no_word() -> None:
    head = "<tr><th>TT<th>Nhiệm vụ<th>Cơ quan chủ trì<th>Thời gian hoàn thành</tr>"
    for inner in (
        "<table><tr><td>Phần<td>Nội dung</tr><tr><td>A<td>Tổng quan</tr></table>",
        "<table><tr><td>Phần<td>Nội dung<td>Trang</tr><tr><td>A<td>Tổng quan<td>2</tr></table>",
    ):
        page = (
            f"<html><body><table>{head}<tr><td>1<td>Xây dựng đề án{inner}</td><td>Bộ Y tế<td>Quý II/2016</tr>"
            "<tr><td>2<td>Rà soát định mức<td>Bộ Nội vụ<td>Tháng 9/2016</table></body></html>"
        )
        found = rows(read_document_bytes(page.encode(), "x.html"))
        assert [row[2:] for row in found[1:]] == [["Bộ Y tế", "Quý II/2016"], ["Bộ Nội vụ", "Tháng 9/2016"]]
        assert found[1][1].startswith("Xây dựng đề án Phần Nội dung")
        assert "A Tổng quan" in found[1][1]


def test_a_table_that_lays_out_the_page_is_none_of_values() -> None:
    grid = "<table><tr><td>TT<td>Nhiệm vụ<td>Chủ trì</tr><tr><td>1<td>Rà soát<td>Bộ Y tế</tr></table>"
    page = (
        "<html><body><table><tr><td>Đầu trang<td>Giới thiệu<td>Liên hệ</tr>"
        f"<tr><td>Trái<td><p>Bài viết về nhiệm vụ.</p>{grid}<td>Phải</tr></table></body></html>"
    )
    found = read_document_bytes(page.encode(), "x.html")
    assert rows(found) == [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", "Bộ Y tế"]]
    assert "Bài viết về nhiệm vụ." in found.text


def test_a_day_that_has_lost_its_format_is_a_day_under_the_head_of_a_time_only() -> None:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["TT", "Nhiệm vụ", "Kinh phí", "Thời gian hoàn thành"])
        sheet.write_row(1, 0, [1, "Báo cáo", 42735, 42735])
        sheet.write_row(2, 0, [2, "Rà soát", 42735, 2016])
    found = rows(read_document_bytes(stream.getvalue(), "x.xlsx"))
    assert found[1:] == [["1", "Báo cáo", "42735", "31/12/2016"], ["2", "Rà soát", "42735", "2016"]]


@pytest.mark.parametrize(
    ("sign", "name"), [(";", "annex.txt"), (",", "annex.txt"), ("\t", "annex.txt"), ("\t", "-")]
)
def test_a_table_with_quoted_cells_that_was_saved_as_text_is_a_table(sign: str, name: str) -> None:
    lines = [sign.join(f'"{cell}"' for cell in row) for row in annex.spelt_out()]
    assert rows(read_document_bytes("\r\n".join(lines).encode("utf-8-sig"), name)) == annex.spelt_out()


def test_the_name_of_a_sheet_among_others_is_said_above_its_table() -> None:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, task in (("Bộ Y tế", "Rà soát"), ("Sheet2", "Báo cáo"), ("trống", "")):
            sheet = book.add_worksheet(name)
            if task:
                sheet.write_row(0, 0, ["Nhiệm vụ", "Thời hạn"])
                sheet.write_row(1, 0, [task, "2026"])
    assert read_document_bytes(stream.getvalue(), "x.xlsx").text.splitlines() == [
        "Bộ Y tế", "| Nhiệm vụ | Thời hạn |", "| Rà soát | 2026 |", "| Nhiệm vụ | Thời hạn |", "| Báo cáo | 2026 |",
    ]  # fmt: skip


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Phụ lục")
        for number, row in enumerate(
            (["TT", "Nhiệm vụ", "Ghi chú"], ["1", "Báo cáo", "gấp"], ["2", "Rà soát", ""])
        ):
            sheet.write_row(number, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(40, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
    found = read_document_bytes(stream.getvalue(), "x.xlsx")
    assert rows(found)[1] == ["1", "Báo cáo", "gấp"]
    assert found.remarks == (
        "1 hidden row was read like the others",
        "1 hidden column was read like the others",
    )
