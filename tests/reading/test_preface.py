"""Grounds and headlines, members behind a colon, starts beside a term, and whose report it is."""

from __future__ import annotations

from datetime import date

from tests.reading.reading_desk import duties, read, the_duty


def test_the_grounds_of_an_instrument_give_no_deadline() -> None:
    text = (
        "SỞ TƯ PHÁP\nSố: 12/QĐ-STP\nHà Nội, ngày 03 tháng 8 năm 2020\n"
        "Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;\n"
        "Thực hiện yêu cầu của Bộ trưởng Bộ Tư pháp về hoàn thành số hóa sổ hộ tịch vào năm 2025;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Phòng Hành chính tư pháp số hóa sổ khai sinh, hoàn thành trước ngày 30/9/2020."
    )
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 29)]


def test_what_a_headline_says_and_the_text_says_again_is_one_duty() -> None:
    text = (
        "Các trường kết thúc học kỳ II trước ngày 15/9\n"
        "Sở Giáo dục và Đào tạo vừa có hướng dẫn gửi các phòng.\n"
        "Theo đó, các trường kết thúc học kỳ II trước ngày 15/9, công bố điểm trước ngày 20/9."
    )
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 14), date(2020, 9, 19)]


def test_a_headline_that_alone_names_a_day_keeps_it() -> None:
    text = (
        "Sở Y tế phải công bố đường dây nóng trước ngày 15/9\nUBND tỉnh giao Sở Y tế rà soát các bệnh viện."
    )
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 14)]


def test_members_behind_a_colon_are_no_duties() -> None:
    text = (
        "Sở Công Thương di dời trước ngày 31/10/2020 gồm 3 cơ sở: Nhà máy giấy Hòa Bình (phường 1), "
        "Xí nghiệp Nhựa (phường 2); Nhà máy Dệt (phường 3)."
    )
    assert [(duty.due, duty.lead) for duty in duties(text)] == [(date(2020, 10, 30), ("Sở Công Thương",))]


def test_tasks_behind_a_colon_are_duties() -> None:
    text = "Sở Y tế thực hiện trước ngày 31/10/2020 gồm: rà soát kho thuốc; lập danh sách trang thiết bị."
    assert {duty.due for duty in duties(text)} == {date(2020, 10, 30)}


def test_a_time_between_commas_is_that_of_what_follows() -> None:
    text = "Sở Nội vụ tổng hợp danh sách, trước ngày 20/9/2020, UBND huyện gửi hồ sơ về Sở."
    assert [duty.lead for duty in duties(text)] == [("UBND huyện",)]


def test_who_owns_a_report_sends_it() -> None:
    duty = the_duty("Báo cáo sử dụng đất của Ủy ban nhân dân cấp tỉnh gửi về Bộ trước ngày 30/10/2020.")
    assert duty.lead == ("Ủy ban nhân dân cấp tỉnh",)


def test_a_rule_that_takes_effect_orders_nothing() -> None:
    text = "Công văn nhắc: từ ngày 01/9/2020, mức lương tối thiểu vùng theo Nghị định 90 có hiệu lực."
    assert [duty for duty in read(text).obligations if duty.is_dated] == []


def test_what_is_laid_before_somebody_on_a_day_ahead_has_that_day() -> None:
    assert the_duty("Vụ Pháp chế lập thông tư, trình Bộ trưởng ngày 15/10/2020.").due == date(2020, 10, 15)
    assert the_duty("Cục Việc làm lập đề án, trình Bộ trưởng đầu tháng 10.").due == date(2020, 10, 1)


def test_a_time_that_says_itself_that_it_is_the_last_needs_nobody_named() -> None:
    text = "Số liệu được chốt định kỳ hằng quý, chậm nhất vào ngày 20 của tháng cuối quý."
    assert [duty.recurrence for duty in duties(text)] == ["quarterly"]


def test_the_last_of_a_row_of_places_or_receivers_does_not_lead() -> None:
    found = duties(
        "Đối với Cục Thú y, Thứ trưởng yêu cầu: một là, rà soát hàng tại cảng Đình Vũ, Hải Phòng, báo cáo Bộ "
        "trước ngày 30/9/2020."
    )
    assert [duty.lead for duty in found] == [("Cục Thú y",)]
    found = duties(
        "Bộ Tài chính bố trí vốn, tạo lòng tin cho các nhà khoa học, các doanh nghiệp, hoàn thành trong tháng 12/2020."
    )
    assert [duty.lead for duty in found] == [("Bộ Tài chính",)]
