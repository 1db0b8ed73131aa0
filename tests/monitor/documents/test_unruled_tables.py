"""Tables on PDF pages without lines around their cells: nothing in them may be lost, and a person is told."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.documents import read_document_bytes
from monitor.documents.content import Document
from tests.monitor.documents import annex

HEAD = annex.HEAD
WIDTHS = (30, 150, 90, 90, 70, 80)
TASKS = (
    "Xây dựng thông tư hướng dẫn kê khai điện tử đối với cơ sở khám bệnh",
    "Sửa đổi quy chế chia sẻ dữ liệu của ngành, bảo đảm kết nối thông suốt từ trung ương đến cơ sở",
    "Tổ chức tập huấn cho cán bộ",
    "Công bố số liệu thống kê",
    "Trình Chính phủ ban hành nghị định thay thế nghị định về chữ ký số",
)
BODIES = (
    ("Bộ Y tế", "Bộ Tài chính", "Thông tư", "Tháng 6/2025"),
    ("Bộ Tài chính", "Các bộ, ngành", "Quyết định", "Quý II/2025"),
    ("Bộ Nội vụ", "", "Báo cáo", "Trước ngày 30/9/2025"),
    ("Bộ Tài chính", "", "", "Hằng năm"),
    ("Bộ Khoa học và Công nghệ", "Bộ Công Thương, Bộ Tư pháp", "Nghị định", "31/12/2025"),
)
ROWS = tuple(
    (str(number), task, *rest) for number, (task, rest) in enumerate(zip(TASKS, BODIES, strict=True), start=1)
)
AFTER = (
    "Văn phòng có trách nhiệm theo dõi, đôn đốc việc thực hiện các nhiệm vụ nêu trên, tổng hợp kết quả, báo cáo "
    "trước ngày 20/12/2025; trường hợp có vướng mắc, các cơ quan kịp thời phản ánh để được hướng dẫn."
)
Rows = Sequence[Sequence[str]]
Mark = tuple[object, ...]


def printed(
    rows: Rows,
    *marks: Mark,
    middle: bool = False,
    space: float = 0,
    height: float = 800,
    widths: Sequence[float] = WIDTHS,
    repeated: bool = False,
) -> bytes:
    """A PDF with the rows between two paragraphs; ``space`` is what cells keep free above and below, in points.

    A row of one cell goes across all columns; ``marks`` draw lines or shades; ``middle``: words stand in the middle
    of their rows.
    """
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("DejaVu", str(annex.FONT)))
    style = ParagraphStyle("cell", fontName="DejaVu", fontSize=9, leading=12)
    whole = ParagraphStyle("text", fontName="DejaVu", fontSize=9, leading=12, spaceBefore=20)
    layout: list[Mark] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), space),
        ("BOTTOMPADDING", (0, 0), (-1, -1), space),
        *(("SPAN", (0, number), (-1, number)) for number, row in enumerate(rows) if len(row) == 1),
        *marks,
    ]
    cells = [
        [Paragraph(escape(cell), style) for cell in row] + [""] * (len(widths) - len(row)) for row in rows
    ]
    table = Table(cells, colWidths=widths, repeatRows=int(repeated), style=layout)
    stream = io.BytesIO()
    template = SimpleDocTemplate(
        stream, pagesize=(600, height), topMargin=40, bottomMargin=40, leftMargin=40, rightMargin=40
    )
    template.build([Paragraph(annex.BEFORE, whole), table, Paragraph(AFTER, whole)])
    return stream.getvalue()


def found(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row] for row in table.rows]


def spelt(rows: Rows) -> list[list[str]]:
    return [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows]


GREY = "#dddddd"
SHADED = [("BACKGROUND", (0, row), (-1, row), GREY) for row in (1, 3, 5)]
DRAWN = {
    "nothing": (),
    "lines between rows": (("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"),),
    "lines between columns": (("INNERGRID", (0, 0), (-1, 0), 0, "white"), ("LINEAFTER", (0, 0), (-2, -1), 0.5, "black")),
    "a frame": (("BOX", (0, 0), (-1, -1), 0.5, "black"),),
    "a line below the head": (("LINEBELOW", (0, 0), (-1, 0), 1, "black"),),
    "a shaded head": (("BACKGROUND", (0, 0), (-1, 0), GREY),),
    "shaded rows": SHADED,
    "shaded rows in a frame": (*SHADED, ("BOX", (0, 0), (-1, -1), 0.5, "black")),
}  # fmt: skip


@pytest.mark.parametrize("drawn", DRAWN)
@pytest.mark.parametrize("space", [0, 3])
@pytest.mark.parametrize("middle", [False, True])
def test_each_row_is_found_whatever_is_drawn(drawn: str, space: float, middle: bool) -> None:
    rows = (HEAD, *ROWS)
    document = read_document_bytes(printed(rows, *DRAWN[drawn], space=space, middle=middle), "x.pdf")
    assert found(document) == spelt(rows)
    assert document.text.rstrip().endswith(AFTER)


def test_titles_across_the_columns_are_rows_of_one_cell() -> None:
    rows = (HEAD, ("I. Hoàn thiện thể chế, chính sách",), *ROWS[:2], ("II. Tổ chức thực hiện",), *ROWS[2:])
    assert found(read_document_bytes(printed(rows), "x.pdf")) == spelt(rows)


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("space", [0, 3])
def test_a_table_goes_on_over_pages_with_its_head_or_without(space: float, repeated: bool) -> None:
    rows = (HEAD, *((str(n), f"{row[1]} (đợt {n})", *row[2:]) for n, row in enumerate(ROWS * 4, start=1)))
    document = read_document_bytes(printed(rows, space=space, height=330, repeated=repeated), "x.pdf")
    assert found(document) == spelt(rows)
    (remark,) = document.remarks
    assert remark.startswith("a table without lines on page 1, 2, 3, 4")
    assert remark.endswith("was read by where its words stand: compare its rows")


@pytest.mark.parametrize("space", [0, 3])
def test_rows_without_numbers_are_told_apart_by_how_they_begin(space: float) -> None:
    rows = (HEAD[1:], *(row[1:] for row in ROWS))
    assert found(read_document_bytes(printed(rows, widths=WIDTHS[1:], space=space), "x.pdf")) == spelt(rows)


def test_two_columns_are_a_table_where_their_heads_say_so() -> None:
    rows = (("Nội dung công việc", "Thời hạn"), *((f"{row[2]}: {row[1]}", row[5]) for row in ROWS))
    assert found(read_document_bytes(printed(rows, widths=(300, 90)), "x.pdf")) == spelt(rows)


def test_columns_under_heads_that_nobody_knows_are_not_read_in_silence() -> None:
    rows = (("Mã", "Hạng mục", "Bên làm", "Mốc"), *((f"A{row[0]}", row[1], row[2], row[5]) for row in ROWS))
    document = read_document_bytes(printed(rows, widths=(40, 220, 130, 90)), "x.pdf")
    assert not document.tables
    (remark,) = document.remarks
    assert remark.startswith("words in columns on page 1 are no table that is known here")


def test_a_ruled_table_is_no_matter_of_places() -> None:
    document = read_document_bytes(printed((HEAD, *ROWS), ("GRID", (0, 0), (-1, -1), 0.5, "black")), "x.pdf")
    assert found(document) == spelt((HEAD, *ROWS))
    assert not document.remarks


TASK = st.lists(
    st.sampled_from(("rà", "soát", "danh", "mục", "thủ", "tục", "của", "ngành", "và", "báo", "cáo")),
    min_size=1,
    max_size=25,
).map(lambda words: "Chủ động " + " ".join(words))
AGENCY = st.sampled_from(
    ("Bộ Y tế", "Bộ Tài chính", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", "Bộ Nội vụ; Bộ Công an")
)  # fmt: skip
TIME = st.sampled_from(("30/6/2025", "Quý II/2025", "Trước ngày 15 tháng 9 năm 2025", "Hằng năm"))
ROW = st.tuples(TASK, AGENCY, st.one_of(st.just(""), AGENCY), st.sampled_from(("", "Báo cáo")), TIME)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, min_size=1, max_size=12), st.sampled_from((0.0, 3.0)), st.booleans())
def test_no_time_of_a_numbered_table_is_lost_or_given_to_another_row(
    told: list[tuple[str, ...]], space: float, middle: bool
) -> None:
    rows = (HEAD, *((str(number), *row) for number, row in enumerate(told, start=1)))
    document = read_document_bytes(printed(rows, space=space, middle=middle), "x.pdf")
    assert found(document) == spelt(rows)
