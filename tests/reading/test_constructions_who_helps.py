"""Who helps, said as taking part or in brackets; names end before what is agreed upon; a bound glued to its word."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    ("who", "helps"),
    [
        ("Hạt Kiểm lâm huyện chủ trì với sự tham gia của Công an huyện", ("Công an huyện",)),
        ("Hạt Kiểm lâm huyện chủ trì, có sự tham gia của Công an huyện,", ("Công an huyện",)),
        ("Hạt Kiểm lâm huyện (chủ trì), Công an huyện (phối hợp)", ("Công an huyện",)),
        ("Hạt Kiểm lâm huyện thống nhất với Công an huyện phương án tuần rừng,", ("Công an huyện",)),
        ("Hạt Kiểm lâm huyện trao đổi với Công an huyện danh sách lán trại,", ("Công an huyện",)),
    ],
)
def test_who_takes_part_helps(who: str, helps: tuple[str, ...]) -> None:
    duty = the_duty(f"{who} hoàn thành trước ngày 30/9/2020.")
    assert (duty.lead, duty.cooperating) == (("Hạt Kiểm lâm huyện",), helps)


@pytest.mark.parametrize("latest", ["chậm nhất là", "chậm nhất", "muộn nhất là"])
def test_a_bound_glued_to_the_word_before_binds(latest: str) -> None:
    assert the_duty(f"Sở Y tế công bố danh sách{latest} ngày 20/9/2020.").due == date(2020, 9, 20)
