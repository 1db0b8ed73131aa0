"""Who is told where words tell some members of a kind from the others."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

NARROWED = [
    (
        "Các cơ sở giáo dục chưa hoàn thành tự đánh giá phải gửi báo cáo trước ngày 30/9/2020.",
        "Các cơ sở giáo dục chưa hoàn thành tự đánh giá",
    ),
    (
        "Yêu cầu các xã chưa có kế hoạch khẩn trương ban hành kế hoạch trước ngày 30/9/2020.",
        "các xã chưa có kế hoạch",
    ),
    (
        "Các bệnh viện thuộc diện tự chủ nộp báo cáo tài chính trước ngày 30/9/2020.",
        "Các bệnh viện thuộc diện tự chủ",
    ),
    (
        "Các cơ sở chăn nuôi có quy mô từ 1.000 con trở lên đăng ký trước ngày 30/9/2020.",
        "Các cơ sở chăn nuôi có quy mô từ 1.000 con trở lên",
    ),
    (
        "Doanh nghiệp có vốn đầu tư nước ngoài phải nộp báo cáo trước ngày 30/9/2020.",
        "Doanh nghiệp có vốn đầu tư nước ngoài",
    ),
    (
        "Các xã nằm trong vùng dịch phải lập chốt trước ngày 30/9/2020.",
        "Các xã nằm trong vùng dịch",
    ),
    (
        "Các trạm y tế cấp huyện, cấp xã còn thiếu thuốc phải lập dự trù trước ngày 30/9/2020.",
        "Các trạm y tế cấp huyện, cấp xã còn thiếu thuốc",
    ),
]
WHOLE = [
    ("Các địa phương có báo cáo gửi Bộ Nội vụ trước ngày 30/9/2020.", "Các địa phương"),
    ("Các đơn vị có trách nhiệm gửi báo cáo trước ngày 30/9/2020.", "Các đơn vị"),
    ("Các đơn vị được giao nhiệm vụ gửi báo cáo trước ngày 30/9/2020.", "Các đơn vị"),
    ("Các địa phương đã ban hành kế hoạch, phải triển khai trước ngày 30/9/2020.", "Các địa phương"),
]


@pytest.mark.parametrize(("sentence", "lead"), [*NARROWED, *WHOLE])
def test_words_between_a_kind_and_what_binds_it_tell_which_members_are_meant(
    sentence: str, lead: str
) -> None:
    assert the_duty(sentence).lead == (lead,)
