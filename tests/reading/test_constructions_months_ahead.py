"""Months and quarters at the head of a clause, with who does what in them: a plan's steps told in order."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.
FORESTERS = ("Hạt Kiểm lâm huyện",)


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Tháng 10/2020, các xã hoàn thành kiểm kê rừng trồng.", date(2020, 10, 31)),
        ("Theo lộ trình, tháng 11 năm 2020, Sở Y tế lập danh mục thuốc.", date(2020, 11, 30)),
        ("Quý IV/2020, Hạt Kiểm lâm huyện cắm mốc ranh giới.", date(2020, 12, 31)),
        ("Quý III/2020, Hạt Kiểm lâm huyện hoàn thành cắm mốc ranh giới.", date(2020, 9, 30)),
        ("Tháng 9, các trường mầm non rà soát bếp ăn.", date(2020, 9, 30)),
        ("Cuối tháng 9/2020, Sở Xây dựng báo cáo kết quả đấu thầu.", date(2020, 9, 30)),
        ("Ngày 15/9/2020, Sở Xây dựng bàn giao hồ chứa cho huyện.", date(2020, 9, 15)),
    ],
)
def test_a_month_ahead_in_which_somebody_does_something_is_a_term(sentence: str, due: date) -> None:
    assert the_duty(sentence).due == due


def test_steps_told_month_by_month_each_have_theirs() -> None:
    text = (
        "Tháng 9/2020, Hạt Kiểm lâm huyện khảo sát rừng phòng hộ, tháng 10/2020, lập bản đồ và "
        "gửi về Chi cục Kiểm lâm; quý I/2021 công bố kết quả."
    )
    found = [(duty.lead, duty.due) for duty in duties(text)]
    assert found == [
        (FORESTERS, date(2020, 9, 30)),
        (FORESTERS, date(2020, 10, 31)),
        (FORESTERS, date(2021, 3, 31)),
    ]


def test_bodies_in_lower_case_have_their_step_too() -> None:
    text = "Tháng 9, các trường lập danh mục; tháng 10, phòng giáo dục tổng hợp; tháng 11, huyện công bố giá."
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 30), date(2020, 10, 31), date(2020, 11, 30)]
    assert [duty.lead for duty in duties(text)] == [("các trường",), ("phòng giáo dục",), ("huyện",)]
    text = "Sở Y tế chủ trì: tháng 9/2020 hoàn thành dự thảo, tháng 10/2020 lấy ý kiến và tháng 11/2020 trình duyệt."
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 30), date(2020, 10, 31), date(2020, 11, 30)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tháng 6/2020, Sở Y tế hoàn thành kiểm kê kho thuốc.",
        "Tháng 8/2020, Sở Y tế đã lập xong danh mục thuốc.",
        "Quý IV/2020, doanh nghiệp dệt may tăng đơn hàng nhờ mùa lễ.",
        "Tháng 10/2020, giá cà phê giảm mạnh.",
        "Báo cáo tháng 9/2020, các xã ghi theo mẫu mới.",
        "Tháng 9/2020, hội nghị các sở được tổ chức ở Huế.",
        "Tháng 10/2020, Quốc hội xem xét dự án luật.",
        "Quý IV/2020, Sở Công Thương tổ chức hội chợ hoa tại Đà Lạt.",
        "Tháng 10/2020, thuế nhập khẩu ô tô giảm.",
    ],
)
def test_a_month_of_news_figures_or_meetings_is_none(sentence: str) -> None:
    assert duties(sentence) == []
