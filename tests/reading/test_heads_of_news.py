"""News and copies that open with the instrument itself: "Công điện số 45/CĐ-TTg ngày 18/6/2023"."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.document import read_document
from tests.builders import builtin_catalogue

TASK = "\nYêu cầu Bộ Y tế báo cáo trước ngày 25/8/2023."


@pytest.mark.parametrize(
    ("line", "number", "issued"),
    [
        ("Công điện số 45/CĐ-TTg ngày 18/6/2023", "45/CĐ-TTg", date(2023, 6, 18)),
        ("Chỉ thị số 12/CT-UBND ngày 5/4/2023 của Chủ tịch UBND tỉnh", "12/CT-UBND", date(2023, 4, 5)),
        ("Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2023", "18-NQ/TW", date(2023, 6, 16)),
        ("Hôm nay, Thủ tướng ký Công điện số 45/CĐ-TTg ngày 18/6/2023.", "45/CĐ-TTg", date(2023, 6, 18)),
        (
            "Giá cả\nThông báo kết luận số 142/TB-VPCP ngày 3/6/2023 nêu: CPI tăng.",
            "142/TB-VPCP",
            date(2023, 6, 3),
        ),
        # Cited long after it was issued, or without its day: another paper may be meant.
        ("Quyết định số 80/2014/QĐ-TTg ngày 30/12/2014 sau nhiều năm", None, None),
        ("Nghị quyết 19/NQ-CP: kết quả sau một năm", None, None),
        (
            "Trình Nghị định sửa đổi Nghị định 146/2018/NĐ-CP trước ngày 01/8/2023 để kịp có hiệu lực.",
            None,
            None,
        ),
        ("Theo Công điện số 45/CĐ-TTg ngày 18/6/2023, việc mua sắm còn chậm.", None, None),
    ],
)
def test_an_instrument_at_the_head_of_the_text_is_the_one_that_is_told_of(
    line: str, number: str | None, issued: date | None
) -> None:
    found = read_document(line + TASK, date(2023, 6, 20), builtin_catalogue()).instrument
    assert (found.number, found.issued) == (number, issued)
