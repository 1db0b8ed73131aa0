"""A first time before its deed and later ones behind theirs; and addresses below the sentence that says by when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

THREE = [date(2020, 9, 10), date(2020, 9, 24), date(2020, 10, 4)]


FIRST = (
    "Chậm nhất ngày 10/9/2020 phải lập danh sách, tổ chức lấy ý kiến trước ngày 25/9/2020 và trình duyệt trước ngày "
    "05/10/2020."
)
SECOND = (
    "Hạn chót ngày 10/9/2020 phải báo cáo đề cương, sau đó hoàn chỉnh hồ sơ, gửi xin ý kiến trước ngày 25/9/2020, trình "
    "Chính phủ trước ngày 05/10/2020."
)
THIRD = (
    "Đến ngày 10/9/2020 phải xong khâu rà soát, niêm yết kết quả trước ngày 25/9/2020, gửi hồ sơ về huyện trước ngày "
    "05/10/2020."
)


@pytest.mark.parametrize("text", [FIRST, SECOND, THIRD])
def test_each_deed_has_its_own_day(text: str) -> None:
    found = duties(text)
    assert [duty.due for duty in found] == THREE
    for duty, day in zip(found, ("10/9", "25/9", "05/10"), strict=True):
        assert [one for one in ("10/9", "25/9", "05/10") if f"{one}/2020" in duty.quote] == [day]


def test_times_that_each_stand_before_their_deed_cut_at_themselves() -> None:
    found = duties(
        "Trước ngày 11/9/2020 lập danh sách, trước ngày 25/9/2020 lấy ý kiến, trước ngày 05/10/2020 trình duyệt."
    )
    assert [duty.quote for duty in found] == [
        "Trước ngày 11/9/2020 lập danh sách",
        "trước ngày 25/9/2020 lấy ý kiến",
        "trước ngày 05/10/2020 trình duyệt",
    ]


def test_whom_a_thing_is_to_reach_in_time_does_not_lead() -> None:
    text = (
        "Giao Sở Xây dựng lập đồ án. Hạn chót ngày 01/9/2020 phải báo cáo đề cương, trình Thường vụ thông qua trước ngày "
        "11/9/2020, để kịp trình Bộ Tài chính thẩm định dự toán trước ngày 05/10/2020."
    )
    assert {duty.lead for duty in duties(text)} == {("Sở Xây dựng",)}


@pytest.mark.parametrize(
    "addresses",
    ["về một trong các địa chỉ sau:", "theo địa chỉ email sau:", "qua một trong số các hộp thư dưới đây:"],
)
def test_addresses_below_a_term_are_no_duties(addresses: str) -> None:
    text = (
        f"Đề nghị các đơn vị gửi phiếu trước ngày 11/9/2020 {addresses}\n- đối với đơn vị ở các tỉnh miền Bắc.\n"
        "- đối với đơn vị ở các tỉnh còn lại.\nSau khi rà soát, Cục sẽ thông báo lại cho đơn vị."
    )
    duty = the_duty(text)
    assert (duty.lead, duty.due) == (("các đơn vị",), date(2020, 9, 10))
    assert duty.quote.startswith("Đề nghị các đơn vị gửi phiếu")


def test_tasks_below_a_term_keep_it() -> None:
    text = "Các xã hoàn thành trước ngày 11/9/2020 các nhiệm vụ sau:\n- rà soát hộ nghèo;\n- lập danh sách."
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 10), date(2020, 9, 10)]
