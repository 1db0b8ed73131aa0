"""Where the name of units ends before their deed: "các đơn vị kiểm tra kho hàng, báo cáo …"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize("deed", ["kiểm tra", "tổng hợp", "đánh giá", "thẩm định", "giám sát", "thanh tra"])
@pytest.mark.parametrize("rest", ["kho hàng, báo cáo Sở Y tế", "hàng hóa", "thiết bị, báo cáo Thủ tướng"])
def test_what_units_are_told_to_do_is_no_part_of_their_name(deed: str, rest: str) -> None:
    duty = the_duty(f"UBND tỉnh yêu cầu các đơn vị {deed} {rest} trước ngày 30/9/2020.")
    assert duty.lead == ("các đơn vị",)


@pytest.mark.parametrize(
    ("who", "deed"),
    [
        ("các đơn vị kiểm tra", "phải gửi kết quả"),
        ("các đơn vị thẩm định", "nộp hồ sơ"),
        ("các đơn vị tư vấn", "hoàn thành khảo sát"),
        ("các cơ quan kiểm tra", "gửi kết quả"),
    ],
)
def test_what_units_are_called_by_stays_their_name(who: str, deed: str) -> None:
    assert the_duty(f"UBND tỉnh yêu cầu {who} {deed} trước ngày 30/9/2020.").lead == (who,)
