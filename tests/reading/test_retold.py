"""What is told twice, or only by way of example; each in a text of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties

# Said on 3 August 2020, a Monday.
HEAD = "UBND tỉnh vừa có văn bản về phòng dịch trên gia súc.\nDịch đã lan ra năm huyện.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Ví dụ 2: Công ty B được cấp giấy phép ngày 01/9/2020 thì phải nộp báo cáo trước ngày 15/10/2020.",
        "Thí dụ: trạm bơm C ngừng chạy ngày 01/9/2020, chủ đầu tư phải sửa xong trước ngày 15/10/2020.",
        "VD:\nCông ty C phải nộp báo cáo trước ngày 15/10/2020.",
        "Chẳng hạn, chủ rừng báo cháy ngày 01/9/2020. Hạn nộp biên bản là ngày 15/10/2020.",
        "Các xã gửi báo cáo sau khi hết quý (ví dụ: quý III/2020 gửi trước ngày 10/10/2020) về huyện.",
    ],
)
def test_an_example_tells_nobody_anything(text: str) -> None:
    assert [duty.deadline_phrase for duty in duties(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Chủ rừng nộp bản cam kết trước ngày 20/10/2020. Ví dụ: ông A phải nộp trước ngày 15/10/2020.",
        "Ví dụ:\nÔng A phải nộp trước ngày 15/10/2020.\nChủ rừng nộp bản cam kết trước ngày 20/10/2020.",
        "Sở Y tế mua thiết bị, ví dụ như máy thở, trước ngày 20/10/2020.",
    ],
)
def test_the_rule_beside_an_example_binds(text: str) -> None:
    assert [duty.deadline_phrase for duty in duties(text)] == ["trước ngày 20/10/2020"]


def test_a_subhead_that_the_text_below_tells_again_is_no_duty_of_its_own() -> None:
    text = (
        f"{HEAD}Hoàn thành tiêm phòng đàn bò trước ngày 15/9\n"
        "Theo đó, UBND tỉnh yêu cầu các xã hoàn thành việc tiêm phòng đàn bò trước ngày 15/9/2020."
    )
    assert [duty.lead for duty in duties(text)] == [("các xã",)]


def test_a_line_that_says_something_else_for_the_same_day_is_kept() -> None:
    text = (
        f"{HEAD}Hoàn thành tiêm phòng đàn bò trước ngày 15/9\n"
        "Theo đó, UBND tỉnh yêu cầu các xã khử khuẩn chuồng trại trước ngày 15/9/2020."
    )
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 14)] * 2
