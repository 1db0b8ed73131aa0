"""Text whose columns are set apart by spaces: its times must not be lost without a word."""

from __future__ import annotations

import pytest

from monitor.documents import read_document_bytes

TABLE = (
    "STT   Nội dung công việc                       Thời hạn\n"
    "1     Bộ Y tế xây dựng thông tư hướng dẫn      Tháng 6/2025\n"
    "2     Bộ Tài chính sửa đổi quy chế             Quý II/2025\n"
    "3     Bộ Nội vụ tổ chức tập huấn               30/9/2025\n"
)


def remarks(text: str) -> tuple[str, ...]:
    return read_document_bytes(text.encode(), "x.txt").remarks


def test_lines_with_columns_are_named() -> None:
    (remark,) = remarks("Kế hoạch\n" + TABLE)
    assert remark.startswith("words in columns set apart by spaces on line 3, 4, 5 were read line by line")


@pytest.mark.parametrize(
    "text",
    [
        "BỘ Y TẾ            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BYT      Hà Nội, ngày 15 tháng 6 năm 2025\n",
        "Bộ Y tế báo cáo trước ngày 30/6/2025.\n" * 5,
        "| 1 |   Bộ Y tế   |   30/6/2025 |\n",
        "    Bộ Y tế báo cáo trước ngày 30/6/2025.\n" * 5,
    ],
)
def test_heads_paragraphs_and_indents_are_no_columns(text: str) -> None:
    assert remarks(text) == ()
