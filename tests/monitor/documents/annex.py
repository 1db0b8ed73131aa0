"""One annex table, written as a DOCX, a PDF, an XLSX, an HTML page, Markdown and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path

HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian hoàn thành")
SECTION = "I. Hoàn thiện thể chế"
LONG = "Sửa đổi quy chế chia sẻ dữ liệu của ngành, bảo đảm kết nối thông suốt từ trung ương đến cơ sở"
BEFORE = "Phụ lục phân công nhiệm vụ"
# None: the cell is merged with the one above it.
ROWS: tuple[tuple[str | None, ...], ...] = (
    ("1", "Xây dựng thông tư hướng dẫn kê khai điện tử", "Bộ Tài chính", "Bộ Nội vụ; Bộ Y tế", "Thông tư", "6/2025"),
    ("2", LONG, None, "", "Quyết định", "Quý II/2025"),
    ("3", "Tổ chức tập huấn cho cán bộ ở cơ sở", "Bộ Y tế và Bộ Nội vụ", "Bộ Tài chính", "Báo cáo", "2025"),
    ("4", "Công bố số liệu thống kê", "Bộ Nội vụ", "", "Báo cáo", "Hằng năm"),
    ("5", "Kiểm tra việc chấp hành quy định", "Bộ Y tế", "", "", "Thường xuyên"),
)  # fmt: skip


def spelt_out() -> list[list[str]]:
    """Every row as a CSV has it: merged cells written out."""
    rows: list[list[str]] = [list(HEAD), [SECTION, "", "", "", "", ""]]
    for row in ROWS:
        rows.append([rows[-1][place] if cell is None else cell for place, cell in enumerate(row)])
    return rows


def as_csv() -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([BEFORE])
    writer.writerows(spelt_out())
    return stream.getvalue().encode("utf-8-sig")


def as_markdown() -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in spelt_out()]
    rows.insert(1, "|" + "---|" * len(HEAD))
    return "\n".join([BEFORE, "", *rows, ""]).encode()


def as_docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(BEFORE)
    table = document.add_table(rows=0, cols=len(HEAD))
    _fill(table.add_row().cells, HEAD)
    section = table.add_row().cells
    section[0].merge(section[-1]).text = SECTION
    for row in ROWS:
        cells = table.add_row().cells
        _fill(cells, [cell or "" for cell in row])
        for place, cell in enumerate(row):
            if cell is None:
                upper = table.rows[-2].cells[place]
                words = upper.text
                upper.merge(cells[place]).text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fill(cells: Sequence[object], words: Sequence[str]) -> None:
    for cell, text in zip(cells, words, strict=True):
        cell.text = text  # type: ignore[attr-defined]  # python-docx's cell


def as_xlsx() -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(1, 1, BEFORE)
        for place, words in enumerate(HEAD):
            sheet.write_string(2, 1 + place, words)
        sheet.merge_range(3, 1, 3, len(HEAD), SECTION)
        for number, row in enumerate(ROWS, start=4):
            for place, cell in enumerate(row, start=1):
                if cell is None:
                    sheet.merge_range(number - 1, place, number, place, ROWS[number - 5][place - 1])
                elif cell.isdigit():
                    sheet.write_number(number, place, int(cell))
                else:
                    sheet.write_string(number, place, cell)
        book.add_worksheet("nháp").hide()
    return stream.getvalue()


def as_html() -> bytes:
    menu = "".join(
        f"<li><a href='/{name}'>{name} - tin mới nhất</a></li>" for name in ("Kinh tế", "Xã hội", "Y tế")
    )
    rows = ["".join(f"<th>{escape(cell)}</th>" for cell in HEAD), f"<td colspan=6><b>{SECTION}</b></td>"]
    for number, row in enumerate(ROWS):
        cells = []
        for place, cell in enumerate(row):
            below = number + 1 < len(ROWS) and ROWS[number + 1][place] is None
            if cell is not None:
                cells.append(f"<td{' rowspan=2' if below else ''}><p>{escape(cell)}</p></td>")
        rows.append("".join(cells))
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        "<!doctype html><html><head><meta property='article:published_time' content='2025-01-09T10:00:00+07:00'>"
        f"<title>x</title></head><body><nav><ul>{menu}</ul></nav><div id=wrap><div class=left><ul>{menu}</ul></div>"
        f"<div class=content><p>{BEFORE}</p><table>{table}</table></div></div><footer>Bản quyền</footer></body></html>"
    ).encode()


FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def as_pdf(breaks: bool = True) -> bytes:
    """The table on two pages with its head on each, and page numbers; text set in a font cut to its letters."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("DejaVu", str(FONT)))
    style = ParagraphStyle("cell", fontName="DejaVu", fontSize=9, leading=12)
    rows = [[Paragraph(escape(cell), style) for cell in HEAD], [Paragraph(SECTION, style), *[""] * 5]]
    marks: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("SPAN", (0, 1), (-1, 1)),
    ]
    for number, row in enumerate(ROWS, start=2):
        rows.append([Paragraph(escape(cell or ""), style) for cell in row])
        marks.extend(("SPAN", (p, number - 1), (p, number)) for p, cell in enumerate(row) if cell is None)
    table = Table(rows, colWidths=[30, 200, 110, 110, 80, 110], repeatRows=1, style=marks)
    stream = io.BytesIO()
    size = (landscape(A4)[0], 240 if breaks else landscape(A4)[1])

    def number_page(canvas: object, template: object) -> None:
        canvas.setFont("DejaVu", 9)  # type: ignore[attr-defined]
        canvas.drawCentredString(size[0] / 2, 20, str(template.page))  # type: ignore[attr-defined]

    template = SimpleDocTemplate(stream, pagesize=size, topMargin=40, bottomMargin=50)
    template.build([Paragraph(BEFORE, style), table], onFirstPage=number_page, onLaterPages=number_page)
    return stream.getvalue()
