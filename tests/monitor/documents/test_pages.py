"""PDF pages as offices print them: heads in two columns, running heads, page numbers, feet with recipients."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from monitor.documents import read_document_bytes
from monitor.documents.printed import Line, running
from tests.monitor.documents import annex

TASK = "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát danh mục dịch vụ, báo cáo trước ngày 30/6/2025"
HEAD = (
    (60, ("BỘ Y TẾ", "Số: 123/BYT-KCB", "V/v giá dịch vụ")),
    (220, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 15 tháng 6 năm 2016")),
)  # fmt: skip
FOOT = (
    (60, ("Nơi nhận:", "- Như trên;", "- Bộ trưởng (để b/c);", "- Lưu: VT.")),
    (300, ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Văn An")),
)
Column = tuple[int, Sequence[str]]


def wrapped(text: str) -> list[str]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("DejaVu", str(annex.FONT)))
    found, line = [], ""
    for word in text.split():
        if stringWidth(f"{line} {word}", "DejaVu", 9) > 380:
            found.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*found, line]


def pages(
    *texts: str, head: Sequence[Column] = (), foot: Sequence[Column] = (), rim: str = "", most: int = 20
) -> bytes:
    """A PDF whose paragraphs begin a page each, which has ``most`` lines.

    ``rim`` is printed above each page, its number in the place of "#".
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("DejaVu", str(annex.FONT)))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(500, 400))

    def columns(parts: Sequence[Column], top: int) -> None:
        for left, lines in parts:
            for number, words in enumerate(lines):
                # The two columns do not share their lines' heights.
                canvas.drawString(left, top - 14 * number - (3 if left > 100 else 0), words)

    sheets = [broken[at : at + most] for broken in map(wrapped, texts) for at in range(0, len(broken), most)]
    for number, printed in enumerate(sheets, start=1):
        canvas.setFont("DejaVu", 9)
        if rim:
            canvas.drawString(60, 380, rim.replace("#", str(number)))
        columns(head if number == 1 else (), 360)
        for row, words in enumerate(printed):
            canvas.drawString(60, 300 - 14 * row, words)
        columns(foot if number == len(sheets) else (), 120)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(content: bytes) -> list[str]:
    return read_document_bytes(content, "x.pdf").text.splitlines()


def test_a_head_and_a_foot_in_two_columns_are_told_one_column_after_the_other() -> None:
    told = lines(pages(f"{TASK}.", head=HEAD, foot=FOOT))
    head = [words for _, column in HEAD for words in column]
    foot = [words for _, column in FOOT for words in column]
    assert told == [*head, f"{TASK}.", *foot]


@pytest.mark.parametrize(
    "rim",
    [
        "CÔNG BÁO/Số 785 + 786/Ngày 25-6-2016 #",
        "# CÔNG BÁO",
        "van-ban.html #/3",
        "Trang #/3",
        "- # -",
        "Hỏa tốc",
    ],
)
def test_what_runs_along_on_every_page_does_not_break_a_sentence(rim: str) -> None:
    long = f"{TASK}; {TASK.lower()} và báo cáo Thủ tướng Chính phủ kết quả."
    assert lines(pages(long, "Hết.", rim=rim, most=2)) == [long, "Hết."]


def test_a_head_below_what_runs_along_is_told_without_it() -> None:
    told = lines(pages(f"{TASK}.", "Hết.", head=HEAD, foot=FOOT, rim="CÔNG BÁO/Ngày 25-6-2016 #"))
    assert not any("CÔNG BÁO" in line for line in told)
    assert told[:3] == list(HEAD[0][1])


def test_titles_of_pages_that_differ_in_more_than_the_page_are_kept() -> None:
    told = lines(pages(f"{TASK}.", f"{TASK} lần nữa.", rim="Nhiệm vụ của năm 202#"))
    assert told[0] == "Nhiệm vụ của năm 2021"
    assert "Nhiệm vụ của năm 2022" in told


def test_the_same_words_at_the_foot_of_two_paragraphs_do_not_run_along() -> None:
    text = " ".join([TASK] * 30)
    first, second = (line for line in lines(pages(text + " Hết.", text + " Hết.")) if line)
    assert first == second == text + " Hết."


def test_one_page_has_nothing_that_runs_along_but_its_number() -> None:
    page = [
        Line(text, 0.0, 10.0, top, top + 9, 1, 500.0, top)
        for text, top in (("Bộ Y tế", 10.0), ("Hết", 30.0), ("Trang 1/1", 300.0))
    ]
    assert running([page]) == {page[-1]}


def drawn(
    turn: int = 0, twice: bool = False, watermark: bool = False, table: bool = False, flag: int = 0
) -> bytes:
    """One page with the task; ``turn`` draws it sideways, ``flag`` tells viewers to turn the page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("DejaVu", str(annex.FONT)))
    stream = io.BytesIO()
    side = 600
    canvas = Canvas(stream, pagesize=(side, side))
    canvas.setPageRotation(flag)
    canvas.rotate(turn)
    canvas.translate(*{0: (0, 0), 90: (0, -side), 180: (-side, -side), 270: (-side, 0)}[turn])
    canvas.setFont("DejaVu", 9)
    for offset in (0, 0.3) if twice else (0,):
        canvas.drawString(40 + offset, 400, f"{TASK}.")
    if table:
        canvas.grid([-30, 200, 400], [300, 330, 360])
        for x, y, words in ((0, 340, "Việc"), (220, 340, "Hạn"), (0, 310, "Rà soát"), (220, 310, "2016")):
            canvas.drawString(x, y, words)
    if watermark:
        canvas.setFont("DejaVu", 40)
        canvas.rotate(45)
        canvas.drawString(430, 120, "DỰ THẢO")
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("flag", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_stands_sideways_is_turned(turn: int, flag: int) -> None:
    assert lines(drawn(turn=turn, flag=flag)) == [f"{TASK}."]


def test_a_watermark_across_the_page_leaves_no_letters_among_the_words() -> None:
    assert lines(drawn(watermark=True)) == [f"{TASK}."]


def test_letters_that_are_printed_twice_are_read_once() -> None:
    assert lines(drawn(twice=True)) == [f"{TASK}."]


def test_a_table_that_reaches_over_the_edge_of_the_page_is_read() -> None:
    assert lines(drawn(table=True)) == [f"{TASK}.", "| Việc | Hạn |", "| Rà soát | 2016 |"]


@pytest.mark.parametrize(
    "begun", ["Điều 3. Các bộ", "\u00d0iều 2. Các bộ", "1.2. Các bộ", "3) Các bộ", "a) Các bộ"]
)
def test_an_entry_begins_a_paragraph_after_a_full_line(begun: str) -> None:
    full = wrapped(f"{TASK} {TASK}")[0]
    assert lines(pages(f"{full} {begun}", most=20)) == [full, begun]


@pytest.mark.parametrize("rest", ["12.500 cơ sở y tế", "Điều 5 Luật Giá", "Phần mềm của Bộ"])
def test_other_words_after_a_full_line_begin_none(rest: str) -> None:
    full = wrapped(f"{TASK} {TASK}")[0]
    assert lines(pages(f"{full} {rest}")) == [f"{full} {rest}"]
