"""Lines of news that give somebody's words behind a colon."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    "who",
    ["Thủ tướng", "Phó Thủ tướng Trần Văn An", "Thủ tướng Chính phủ", "Chủ tịch Quốc hội", "Tổng Bí thư"],
)
@pytest.mark.parametrize("deed", ["Phấn đấu thông xe", "Ban hành nghị định", "Hoàn thành cấp sổ đỏ"])
def test_what_the_head_of_government_says_is_for_others(who: str, deed: str) -> None:
    duty = the_duty(f"{who}: {deed} trước ngày 30/9/2020")
    assert (duty.lead, duty.task) == ((), deed)


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Thủ tướng: Các địa phương giải ngân hết vốn trước ngày 30/9/2020", ("Các địa phương",)),
        ("Thủ tướng: Sẽ trình Quốc hội dự án luật trước ngày 30/9/2020", ("Thủ tướng",)),
        ("Hà Nội: Hoàn thành cấp sổ đỏ trước ngày 30/9/2020", ("Hà Nội",)),
        ("Bộ Y tế: Ban hành nghị định trước ngày 30/9/2020", ("Bộ Y tế",)),
    ],
)
def test_whoever_is_named_behind_the_colon_or_acts_himself_keeps_the_lead(
    line: str, lead: tuple[str, ...]
) -> None:
    assert the_duty(line).lead == lead


@pytest.mark.parametrize(
    "thing",
    ["Riêng dự án Bệnh viện Ung bướu", "Đối với dự án Trường THPT A", "Về công trình Trụ sở Công an huyện B"],
)
def test_the_name_of_a_thing_is_no_body_that_acts(thing: str) -> None:
    assert the_duty(f"{thing}, Sở Xây dựng báo cáo trước ngày 30/9/2020.").lead == ("Sở Xây dựng",)
