"""Plans told in prose: stages, timetables, the time of what a paragraph before ordered, and standing rules."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import duties, the_duty

HANDED_OUT = [
    "giao dự toán cho từng đơn vị",
    "giao kế hoạch vốn cho các huyện",
    "giao đất cho các hộ dân",
    "giao chỉ tiêu cho các trường",
    "giao biên chế cho các phòng",
    "giao rừng cho các hộ dân",
    "giao quân",
    "giao nộp hồ sơ cho kho lưu trữ",
]


@pytest.mark.parametrize("deed", HANDED_OUT)
@pytest.mark.parametrize("body", ["Ủy ban nhân dân huyện", "Ủy ban nhân dân cùng cấp", "Sở Tài chính"])
def test_whoever_hands_something_out_orders_nobody(body: str, deed: str) -> None:
    assert the_duty(f"Trước ngày 31/12/2020, {body} {deed}.").lead == (body,)


def test_whoever_is_given_work_is_ordered() -> None:
    assert the_duty("Trước ngày 31/12/2020, UBND tỉnh giao các huyện lập kế hoạch.").lead == ("các huyện",)


@pytest.mark.parametrize(
    "head", ["Theo kế hoạch", "Theo lịch", "Theo hướng dẫn của Bộ Giáo dục và Đào tạo", "Theo lộ trình"]
)
@pytest.mark.parametrize(
    "deed", ["tổng kết chấm thi", "tổ chức thi thử", "tuyên truyền về kỳ thi", "tập huấn giám thị"]
)
def test_a_day_of_a_timetable_is_a_term(head: str, deed: str) -> None:
    duty = the_duty(f"{head}, ngày 16/8, các địa phương {deed}.")
    assert (duty.lead, duty.due) == (("các địa phương",), date(2020, 8, 16))


@pytest.mark.parametrize(
    "text",
    [
        "Theo Bộ Y tế, ngày 16/8, các địa phương ghi nhận 20 ca mắc.",
        "Theo thông báo của Cục Hàng không, ngày 16/8, các chuyến bay bị hủy.",
        "Ngày 16/8, các địa phương tuyên truyền về kỳ thi.",
    ],
)
def test_a_day_without_a_timetable_is_none(text: str) -> None:
    assert not duties(text)


STAGES = [
    """Giai đoạn 1 từ nay đến ngày 30/9/2020, Sở Xây dựng khảo sát;
    giai đoạn 2 từ ngày 01/10/2020 đến ngày 31/12/2020, Sở Xây dựng tổ chức di dời.""",
    """Sở Xây dựng triển khai theo 2 giai đoạn: giai đoạn 1 từ tháng 8/2020 đến tháng 9/2020, khảo sát;
    giai đoạn 2 từ tháng 10/2020 đến tháng 12/2020, tổ chức di dời.""",
    "Sở Xây dựng thực hiện đợt 1 từ ngày 01/9/2020 đến ngày 30/9/2020, đợt 2 từ ngày 01/12/2020 đến ngày 31/12/2020.",
    """Giai đoạn 1 (từ tháng 8 đến tháng 9/2020): Sở Xây dựng khảo sát.
Giai đoạn 2 (từ tháng 10 đến tháng 12/2020): Sở Xây dựng tổ chức di dời.""",
]


@pytest.mark.parametrize("text", STAGES)
def test_each_stage_has_its_time(text: str) -> None:
    found = duties(text.replace(";\n    ", "; "))
    assert [(one.lead, one.due) for one in found] == [
        (("Sở Xây dựng",), date(2020, 9, 30)),
        (("Sở Xây dựng",), date(2020, 12, 31)),
    ]


def test_the_stage_of_a_program_is_its_name() -> None:
    assert not duties("Chương trình nhà ở giai đoạn 2 từ năm 2020 đến năm 2030 được phê duyệt.")


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế có công văn gửi {} đề nghị chậm nhất ngày 25/8/2020 phải báo cáo nội dung này.",
        "Sở Y tế vừa có văn bản gửi {}, yêu cầu trước ngày 26/8/2020 phải hoàn thành kiểm kê.",
        "Sở Y tế có văn bản chỉ đạo {} chậm nhất ngày 25/8/2020 phải báo cáo.",
        "Sở Y tế có thông báo gửi {} đề nghị đến ngày 25/8/2020 nộp đủ hồ sơ.",
    ],
)
@pytest.mark.parametrize("body", ["các đơn vị", "các bệnh viện", "UBND các huyện"])
def test_whoever_the_letter_goes_to_acts_behind_its_time(text: str, body: str) -> None:
    duty = the_duty(text.format(body))
    assert (duty.lead, duty.due) == ((body,), date(2020, 8, 25))


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời gian thực hiện từ ngày 01/9/2020 đến hết ngày 30/9/2020.",
        "Thời gian thực hiện trước ngày 01/10/2020.",
        "Thời gian rà soát từ ngày 01/9/2020 đến ngày 30/9/2020.",
        "Thời gian triển khai từ ngày 01/9/2020 đến ngày 30/9/2020, tập trung ở vùng cao.",
        "Thời hạn hoàn thành: trước ngày 01/10/2020.",
    ],
)
def test_a_paragraph_dates_what_the_one_before_it_orders(sentence: str) -> None:
    text = f"UBND tỉnh yêu cầu các địa phương rà soát hộ nghèo trên địa bàn.\n\n{sentence}"
    duty = the_duty(text)
    assert (duty.lead, duty.due) == (("các địa phương",), date(2020, 9, 30))


def test_the_time_of_a_fair_binds_nobody() -> None:
    text = "Hội chợ do Sở Công Thương tổ chức có 200 gian hàng.\nThời gian tổ chức từ ngày 01/9/2020 đến ngày 05/9/2020."
    assert not duties(text)


LAW = "Luật Thống kê 2015\n8. Trước ngày 31 tháng 12, các Bộ phải công bố lịch phổ biến thông tin."
CIRCULAR = (
    "BỘ TÀI CHÍNH\nSố: 12/2020/TT-BTC\nTHÔNG TƯ\nQuy định chế độ báo cáo\n\nĐiều 5. Báo cáo\n"
    "Các Bộ gửi báo cáo về Bộ Tài chính trước ngày 31 tháng 12."
)


@pytest.mark.parametrize("text", [LAW, CIRCULAR])
def test_a_standing_rule_names_a_day_of_every_year(text: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.rule) == (("các Bộ",) if text is LAW else ("Các Bộ",), (YearDay(12, 30),))


@pytest.mark.parametrize(
    "text",
    [
        LAW.replace("31 tháng 12", "31 tháng 12 năm 2020"),
        LAW.replace("Luật Thống kê 2015", "Luật sư: Các Bộ phải công bố lịch"),
        CIRCULAR.replace("THÔNG TƯ\nQuy định chế độ báo cáo", "CÔNG VĂN").replace("TT-BTC", "BTC-NSNN"),
    ],
)
def test_elsewhere_it_is_a_single_day(text: str) -> None:
    assert the_duty(text).due == date(2020, 12, 30)


def test_the_day_on_which_another_instrument_takes_effect_is_not_its_own() -> None:
    note = "[Điều này bị bãi bỏ bởi Khoản 2 Điều 15 Nghị định 16/2020/NĐ-CP có hiệu lực kể từ ngày 25/9/2020]"
    entry = "1. Trong thời hạn 01 năm kể từ ngày Nghị định này có hiệu lực, Bộ Y tế rà soát các cơ sở."
    duty = the_duty(f"Điều 17. Công nhận {note}\n{entry}")
    assert duty.due is None
    assert duty.relative is not None
