"""What stands around a term without changing it: brackets, what has been provided, when it takes effect, and again."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "Sở Công Thương thu hồi giấy phép bán gas (nếu đã hết hiệu lực) trước ngày 20/9 và lập biên bản.",
            date(2020, 9, 19),
        ),
        (
            "Các huyện xử lý điểm sạt lở (kể cả nơi vừa phát sinh) chậm nhất ngày 20/9/2020.",
            date(2020, 9, 20),
        ),
        ("Các xã phải chi hết số vốn đã phân bổ trước khi kết thúc quý III.", date(2020, 9, 30)),
        ("Ban Quản lý chợ cần tiêu hủy xong số hàng đã tạm giữ trước ngày 20/9/2020.", date(2020, 9, 19)),
        ("Các xã phải chi trả hết tiền đã được cấp trước 20/9.", date(2020, 9, 19)),
    ],
)
def test_what_had_been_done_to_the_thing_leaves_the_term_alone(sentence: str, due: date) -> None:
    assert the_duty(sentence).due == due


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Tài chính hỗ trợ các tỉnh đã gửi danh sách trước ngày 20/9/2020.",
        "Các xã phải rà soát số hộ đã nhận tiền trước ngày 01/7/2020.",
        "Sở Tư pháp (đã sáp nhập trước ngày 01/3/2020) không còn phòng công chứng.",
    ],
)
def test_what_tells_which_things_are_meant_is_still_no_term(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "Các xã chốt danh sách chậm nhất ngày 20/9/2020 (25 ngày trước ngày khai hội).",
            date(2020, 9, 20),
        ),
        (
            "Chậm nhất ngày 20/9/2020 (tức 15 ngày trước ngày thi), các trường công bố phòng thi.",
            date(2020, 9, 20),
        ),
    ],
)
def test_a_day_counted_once_more_in_brackets_is_the_same_term(sentence: str, due: date) -> None:
    assert the_duty(sentence).due == due


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "Sở Tài chính sửa bảng giá đất, bảo đảm có hiệu lực chậm nhất từ ngày 01/01/2021.",
            date(2021, 1, 1),
        ),
        ("Sở Y tế vận hành kho thuốc mới chậm nhất từ tháng 10/2020.", date(2020, 10, 1)),
        ("Các trường phải dạy học trực tuyến muộn nhất từ ngày 20/9.", date(2020, 9, 20)),
        ("Các trường phải dạy học trực tuyến chậm nhất kể từ ngày 20/9/2020.", date(2020, 9, 20)),
    ],
)
def test_from_when_at_the_latest_is_a_term(sentence: str, due: date) -> None:
    assert the_duty(sentence).due == due


@pytest.mark.parametrize(
    "sentence",
    [
        "Chủ tịch nước vừa ký lệnh về việc chuyển kho bạc huyện sang tỉnh quản lý kể từ ngày 01/10/2020.",
        "Bộ Y tế ban hành Thông tư về việc tăng phụ cấp, thực hiện từ ngày 01/10/2020.",
    ],
)
def test_from_when_an_instrument_that_was_issued_holds_is_no_term(sentence: str) -> None:
    assert duties(sentence) == []


def test_pupils_are_not_born_before_a_term() -> None:
    assert the_duty("Sở Y tế khám mắt cho học sinh trước ngày 30/9/2020.").due == date(2020, 9, 29)
    assert the_duty("Các xã phát khẩu trang cho thí sinh trước ngày 30/9/2020.").due == date(2020, 9, 29)
    assert duties("Các xã lập danh sách người sinh trước ngày 01/9/2020.") == []
