"""Courts, village heads, working groups, and whoever is set apart behind a comma; two days close together."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.
NAMES = [
    ("VKSND tỉnh",),
    ("TAND huyện",),
    ("VKSND tỉnh", "TAND tỉnh"),
    ("Tòa án nhân dân hai cấp",),
    ("Tổ công tác 06 của tỉnh",),
    ("Ban Chỉ đạo của huyện",),
    ("Trưởng thôn",),
    ("Trưởng thôn", "tổ trưởng tổ dân phố"),
    ("Trưởng Công an xã",),
    ("Hạt trưởng Hạt Kiểm lâm",),
]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("deed", ["cung cấp sổ thụ lý", "báo cáo bằng văn bản", "phải niêm yết danh sách"])
def test_each_is_named_whole(names: tuple[str, ...], deed: str) -> None:
    assert the_duty(f"{', '.join(names)} {deed} trước ngày 30/9/2020.").lead == names


@pytest.mark.parametrize(
    ("apart", "lead"),
    [
        ("riêng UBND thành phố Vinh hoàn thành trong tháng 10", "UBND thành phố Vinh"),
        ("riêng đối với các xã miền núi hoàn thành trong tháng 10", "các xã miền núi"),
        ("còn Sở Y tế nộp trước ngày 15/10/2020", "Sở Y tế"),
        ("riêng Sở Tài chính phải nộp trước ngày 15/10/2020", "Sở Tài chính"),
    ],
)
def test_who_is_set_apart_behind_a_comma_has_another_term(apart: str, lead: str) -> None:
    first, second = duties(f"Các phòng nộp bảng kê tài sản trong tháng 9, {apart}.")
    assert (first.lead, first.due) == (("Các phòng",), date(2020, 9, 30))
    assert second.lead == (lead,)


@pytest.mark.parametrize(
    ("phrase", "dues"),
    [
        ("trong ngày 10/9 và ngày 20/9", [date(2020, 9, 10), date(2020, 9, 20)]),
        ("trước ngày 15/9 và 30/9", [date(2020, 9, 14), date(2020, 9, 29)]),
        (
            "trước ngày 15/9, ngày 30/9 và ngày 15/10",
            [date(2020, 9, 14), date(2020, 9, 29), date(2020, 10, 14)],
        ),
    ],
)
def test_days_close_together_do_not_come_back_every_year(phrase: str, dues: list[date]) -> None:
    assert [duty.due for duty in duties(f"Sở Y tế gửi số liệu về UBND tỉnh {phrase}.")] == dues


def test_two_days_half_a_year_apart_still_come_back() -> None:
    assert (
        the_duty("Sở Y tế gửi số liệu về UBND tỉnh trước ngày 15/6 và ngày 15/12.").recurrence == "semiannual"
    )
