"""What is handed in, listed behind a colon; each in a sentence of our own, said on 3 August 2020."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    "sentence",
    [
        "Trước ngày 15/9, Sở Y tế gửi về Bộ Y tế: Danh sách bác sĩ; kết quả kiểm tra nhà thuốc; hồ sơ do UBND xã lập",
        "Sở Y tế nộp trước ngày 15/9/2020: báo cáo quyết toán; danh sách do các huyện lập",
        "Ngày 14/9, Sở Y tế cập nhật lên cổng dữ liệu: Số liệu do các xã báo cáo; biên bản kiểm tra",
    ],
)
def test_a_list_of_things_handed_in_is_one_duty_and_quoted_whole(sentence: str) -> None:
    duty = the_duty(f"{sentence}.")
    assert (duty.lead, duty.due, duty.quote) == (("Sở Y tế",), date(2020, 9, 14), sentence)


@pytest.mark.parametrize(
    ("sentence", "dues"),
    [
        ("Trước ngày 15/9, Sở Y tế thực hiện: rà soát nhà thuốc; kiểm tra chợ.", [14, 14]),
        ("Trước ngày 15/9: Sở Y tế gửi hồ sơ; Sở Tài chính thẩm định dự toán.", [14, 14]),
        ("Sở Y tế gửi về Bộ Y tế: danh sách bác sĩ trước ngày 15/9; hồ sơ thầu trước ngày 20/9.", [14, 19]),
    ],
)
def test_a_list_of_deeds_or_of_terms_is_as_many_duties(sentence: str, dues: list[int]) -> None:
    assert [duty.due for duty in duties(sentence)] == [date(2020, 9, day) for day in dues]
