"""News that tells one task twice, and tasks that are only alike."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties


def test_the_fuller_of_two_sentences_is_the_task() -> None:
    (duty,) = duties(
        "Các doanh nghiệp phải di chuyển, tháo dỡ dây thông tin qua sông xong trước ngày 20/8/2020.\n"
        "Dây cáp treo thấp, gây mất an toàn. Các doanh nghiệp di chuyển xong trước ngày 20/8/2020."
    )
    assert "tháo dỡ" in duty.quote


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Another body, another day, other figures, other words, entries of a list.
        ("Sở Y tế rà soát hồ sơ trước ngày 20/8/2020.", "Sở Tài chính rà soát hồ sơ trước ngày 20/8/2020."),
        ("Sở Y tế rà soát hồ sơ trước ngày 20/8/2020.", "Sở Y tế rà soát hồ sơ trước ngày 20/9/2020."),
        (
            "Sở Y tế phải duyệt dứt điểm 30 dự án còn lại trước ngày 20/8/2020.",
            "Sở Y tế phải duyệt dứt điểm 48 dự án còn lại trước ngày 20/8/2020.",
        ),
        (
            "Sở Y tế phải rà soát các kho thuốc trước ngày 20/8/2020.",
            "Sở Y tế phải lập danh sách bác sĩ trước ngày 20/8/2020.",
        ),
        (
            "- Sở Y tế rà soát các kho thuốc của tỉnh trước ngày 20/8/2020.",
            "- Sở Y tế rà soát các kho thuốc trước ngày 20/8/2020.",
        ),
    ],
)
def test_tasks_that_are_alike_are_two(first: str, second: str) -> None:
    assert len(duties(f"{first}\n{second}")) == 2


def test_whose_plan_it_is_tells_no_time() -> None:
    assert not duties("Ủy ban báo cáo kết quả thực hiện chương trình giám sát hằng năm của Quốc hội.")
