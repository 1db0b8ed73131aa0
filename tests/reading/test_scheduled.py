"""Days and months ahead right behind a deed that somebody will do, without "before" or "in"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Công ty cho biết đơn vị sẽ thông xe kỹ thuật ngày 30/4/2021, hoàn thành toàn bộ gói thầu cuối năm 2021.",
            [date(2021, 4, 30), date(2021, 12, 31)],
        ),
        ("Phòng Đào tạo công bố thời khóa biểu chính thức ngày 20/9/2020.", [date(2020, 9, 20)]),
        ("Sở Y tế sẽ khai trương bệnh viện tháng 9/2020.", [date(2020, 9, 30)]),
        ("Sở Xây dựng bàn giao mặt bằng ngày 20/9.", [date(2020, 9, 20)]),
        ("UBND huyện sẽ trình đề án quý IV/2020.", [date(2020, 12, 31)]),
    ],
)
def test_a_time_ahead_behind_a_deed_that_ends_is_its_term(text: str, days: list[date]) -> None:
    assert [duty.due for duty in duties(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế ban hành Thông tư số 5 ngày 20/9/2020.",
        "Bộ Y tế đã ban hành kế hoạch ngày 20/7/2020.",
        "Hội nghị sẽ tổ chức ngày 20/9/2020.",
        "Sở Y tế gửi Báo cáo số 15 ngày 20/9/2020.",
        "Sở Y tế bàn giao mặt bằng ngày 20/6.",
        "Dự án được khởi công tháng 9/2019.",
    ],
)
def test_days_of_papers_meetings_and_of_what_is_over_are_none(text: str) -> None:
    assert not [duty for duty in duties(text) if duty.due]


def test_a_bracket_names_the_days_of_the_week_or_round_before_it() -> None:
    (duty,) = duties("Sinh viên rút bớt học phần trong tuần 2 của học kỳ (25/9 - 29/9/2020).")
    assert duty.due == date(2020, 9, 29)


def test_who_had_stayed_below_a_share_by_a_day_has_no_term_then() -> None:
    (duty,) = duties(
        "Sở Kế hoạch tổng hợp các dự án giải ngân dưới 30% kế hoạch đến 30/9/2020, trình UBND tỉnh trước 15/10/2020."
    )
    assert duty.due == date(2020, 10, 14)


@pytest.mark.parametrize(
    "who",
    [
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh",
        "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở",
        "Thủ trưởng các đơn vị liên quan",
    ],
)
def test_the_article_on_who_executes_a_paper_is_passed_over(who: str) -> None:
    draft = read(f"{who} chịu trách nhiệm thi hành Quyết định này.")
    assert draft.obligations == ()
    assert len(draft.passed) == 1
