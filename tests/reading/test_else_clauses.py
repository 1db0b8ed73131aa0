"""What is done in time, and what follows "nếu không …" if it is not."""

from __future__ import annotations

from datetime import date

from tests.reading.reading_desk import duties


def test_the_time_before_the_condition_is_that_of_the_deed_before_it() -> None:
    found = duties(
        "Thành phố sẽ vận động 120 hộ nhận tiền trong tháng 9/2020, nếu không đồng thuận sẽ tổ chức cưỡng chế "
        "vào giữa tháng 10/2020."
    )
    assert [duty.due for duty in found] == [date(2020, 9, 30), date(2020, 10, 15)]


def test_what_becomes_of_the_late_leaves_them_their_term() -> None:
    (duty,) = duties("Các đơn vị nộp hồ sơ trước ngày 30/9/2020, nếu chậm sẽ bị xử lý.")
    assert duty.due == date(2020, 9, 29)


def test_a_time_that_opens_a_condition_is_no_term() -> None:
    assert not duties("Đến hết ngày 30/9/2020, nếu đơn vị chưa chi hết thì bị cắt vốn.")
