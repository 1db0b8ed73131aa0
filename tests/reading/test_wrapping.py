"""Text copied from a page: lines broken by its width, page numbers inside sentences, empty lines between all lines."""

from __future__ import annotations

from datetime import date
from textwrap import fill

import pytest

from rules.reading.draft import Draft
from tests.reading.reading_desk import read

WHOLE = """\
1. Giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính xây dựng Thông tư về giá dịch vụ khám bệnh, chữa bệnh tại các cơ sở \
y tế công lập, trình Thủ tướng Chính phủ xem xét, quyết định trước ngày 30 tháng 9 năm 2016.
2. Bộ Công Thương chậm nhất ngày 15 tháng 8 năm 2016 hoàn thành việc rà soát các mặt hàng thuộc diện kiểm tra chuyên \
ngành, công khai kết quả trên Cổng thông tin điện tử của Bộ.
3. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương tổ chức thực hiện Chỉ thị này và các văn bản có liên \
quan; hằng quý báo cáo Bộ Y tế trước ngày 15 của tháng cuối quý."""
PARAGRAPHS = WHOLE.split("\n")


def told(draft: Draft) -> list[object]:
    return [
        (one.lead, one.cooperating, one.due, one.recurrence, one.deliverable) for one in draft.obligations
    ]


@pytest.mark.parametrize("width", [*range(50, 100, 3), 120])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\n\n    "])
def test_lines_broken_by_their_width_are_read_as_paragraphs(width: int, end: str) -> None:
    text = end.join(line for paragraph in PARAGRAPHS for line in fill(paragraph, width).split("\n"))
    draft = read(text)
    assert told(draft) == told(read(WHOLE))
    assert all(text[one.start : one.end] == one.quote for one in draft.obligations)


@pytest.mark.parametrize("number", ["2", "- 12 -", "Trang 2/7", "   3"])
@pytest.mark.parametrize("around", ["\n", "\n\n", "\n\f"])
@pytest.mark.parametrize("line", [1, 4])
def test_a_page_number_inside_a_sentence_does_not_break_it(number: str, around: str, line: int) -> None:
    lines = [part for paragraph in PARAGRAPHS for part in fill(paragraph, 80).split("\n")]
    assert lines[line][0].islower()
    text = "\n".join(lines[:line]) + f"\n{around}{number}\n{around}" + "\n".join(lines[line:])
    assert told(read(text)) == told(read(WHOLE))


def test_a_number_below_a_cell_is_a_cell() -> None:
    text = "TT\nNhiệm vụ\nCơ quan chủ trì\nThời hạn\n1\nrà soát danh mục dịch vụ kỹ thuật\nBộ Y tế\nQuý III/2016\n2\nrà soát biên chế sự nghiệp\nBộ Nội vụ\nQuý IV/2016\n"  # noqa: E501
    assert [one.due for one in read(text).obligations] == [date(2016, 9, 30), date(2016, 12, 31)]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = (
        "Nhiệm vụ của các bộ, ngành và địa phương trong sáu tháng cuối năm\n"
        "Bộ Y tế báo cáo kết quả thực hiện trước ngày 30/9/2016\n"
        "Bộ Nội vụ báo cáo kết quả thực hiện trước ngày 30/8/2016\n"
    )
    assert [(one.lead, one.due) for one in read(text, date(2016, 7, 1)).obligations] == [
        (("Bộ Y tế",), date(2016, 9, 29)),
        (("Bộ Nội vụ",), date(2016, 8, 29)),
    ]


@pytest.mark.parametrize(
    "before", ["Bộ Y tế giải quyết tình trạng thiếu thuốc, vật tư y tế trong quý", "Giao Bộ"]
)
def test_a_line_that_cannot_end_there_goes_on(before: str) -> None:
    rest = "III/2022; không để tái diễn." if before.endswith("quý") else "Y tế giải quyết trong quý III/2022."
    text = f"1. {before}\n{rest}\n2. Bộ Nội vụ báo cáo trước ngày 1/9/2022.\n"
    found = read(text, date(2022, 7, 1)).obligations
    assert [(one.lead, one.due) for one in found if one.due] == [
        (("Bộ Y tế",), date(2022, 9, 30)),
        (("Bộ Nội vụ",), date(2022, 8, 31)),
    ]


@pytest.mark.parametrize("widths", [(72, 66, 80), (80, 70, 76, 69), (64, 74, 70)])
def test_lines_of_a_printed_page_differ_by_some_signs(widths: tuple[int, ...]) -> None:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        left = paragraph
        while left:
            first = fill(left, widths[len(lines) % len(widths)]).split("\n")[0]
            lines.append(first)
            left = left[len(first) :].lstrip()
    assert told(read("\n".join(lines))) == told(read(WHOLE))
