"""Terms that are put off: the day they are put off to is the new last day of whoever has to hand something in."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read

# Said on 3 August 2020, a Monday.
PUT_OFF = [
    (
        "Bộ cho phép các cơ sở đào tạo lùi thời hạn đăng ký ngành mới đến trước ngày 16/9/2020.",
        "các cơ sở đào tạo",
        date(2020, 9, 15),
    ),
    ("Bộ cho phép các trường gia hạn nộp hồ sơ đến hết ngày 15/9/2020.", "các trường", date(2020, 9, 15)),
    (
        "Thủ tướng đồng ý cho Bộ Tài chính lùi thời hạn trình nghị định đến ngày 30/9/2020.",
        "Bộ Tài chính",
        date(2020, 9, 30),
    ),
    (
        "Chính phủ cho phép Bộ Y tế kéo dài thời gian trình dự án luật đến tháng 10/2020.",
        "Bộ Y tế",
        date(2020, 10, 31),
    ),
    (
        "Thủ tướng đồng ý lùi thời gian trình đề án của Bộ Xây dựng sang tháng 10/2020.",
        "Bộ Xây dựng",
        date(2020, 10, 31),
    ),
    ("Thời hạn nộp hồ sơ của các tỉnh được gia hạn đến hết ngày 15/9/2020.", "các tỉnh", date(2020, 9, 15)),
    ("Thời hạn báo cáo của các sở được lùi đến ngày 15/9/2020.", "các sở", date(2020, 9, 15)),
    ("Bộ gia hạn thời gian gửi báo cáo của các sở đến ngày 15/9/2020.", "các sở", date(2020, 9, 15)),
]
GOES_ON = [
    "Ngân hàng Nhà nước cho phép các tổ chức tín dụng giãn nợ đến hết ngày 30/6/2021.",
    "Chính phủ cho phép tỉnh kéo dài thời gian thí điểm đến hết năm 2021.",
    "Bộ cho phép các hãng gia hạn giấy phép bay đến hết ngày 30/6/2021.",
]


@pytest.mark.parametrize(("text", "lead", "day"), PUT_OFF)
def test_a_term_put_off_has_a_new_last_day(text: str, lead: str, day: date) -> None:
    assert [(duty.lead, duty.due) for duty in duties(text)] == [((lead,), day)]


@pytest.mark.parametrize("text", GOES_ON)
def test_what_may_go_on_until_a_day_is_no_duty(text: str) -> None:
    assert all(duty.due is None for duty in read(text).obligations)


def test_how_long_work_takes_ends_with_its_last_day() -> None:
    text = (
        "Các cơ quan đề xuất phương án xử lý vướng mắc. "
        "Thời gian triển khai kéo dài từ quý II/2020 đến hết ngày 28/2/2021."
    )
    assert [(duty.lead, duty.due) for duty in duties(text) if duty.due] == [
        (("Các cơ quan",), date(2021, 2, 28))
    ]
