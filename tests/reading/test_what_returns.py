"""Whether the deed comes back, or only the thing that it is done to; each in a sentence of our own."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    "sentence",
    [
        # What people are paid.
        "Sở Nội vụ hướng dẫn việc điều chỉnh mức phụ cấp hằng tháng.",
        "UBND các xã rà soát đối tượng đang hưởng trợ cấp bảo trợ xã hội hàng tháng.",
        "Bảo hiểm xã hội tỉnh lập danh sách người hưởng lương hưu, trợ cấp tuất hằng tháng.",
        "V/v nâng mức trợ cấp hằng tháng cho già làng\nKính gửi: Sở Nội vụ",
        "Sở Tài chính thẩm định mức đóng bảo hiểm hằng năm của hộ cận nghèo.",
        # What the deed draws on.
        "Sở Tài chính bố trí kinh phí từ nguồn được cấp hằng năm cho các huyện.",
        "Sở Nội vụ rà soát chỉ tiêu biên chế được giao hằng năm.",
        "Các xã thực hiện theo kế hoạch được UBND huyện phê duyệt hằng năm.",
        "Bố trí xe phục vụ phòng dịch từ nguồn vốn thường xuyên được bổ sung hằng năm cho Sở Y tế.",
        # Where it is told.
        "Các sở lồng ghép nội dung trên vào báo cáo định kỳ hằng năm.",
        "Sở Y tế nêu kết quả trong báo cáo hằng quý.",
        "Sở Xây dựng tham mưu nội dung tại cuộc họp giao ban hằng tuần.",
    ],
)
def test_a_thing_that_returns_is_no_duty_that_returns(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "recurrence"),
    [
        ("Các xe buýt phải được kiểm định hằng năm.", "yearly"),
        ("Sở Công Thương bảo đảm các kho được kiểm tra hằng quý.", "quarterly"),
        ("Đề nghị các sở gửi báo cáo định kỳ hằng quý.", "quarterly"),
        ("Công an tỉnh tổ chức giao ban hằng tuần với các sở.", "weekly"),
        ("Sở Y tế tổng hợp vào báo cáo hằng tháng gửi UBND tỉnh.", "monthly"),
        ("Chủ đầu tư nộp tiền thuê đất hằng năm.", "yearly"),
        ("Hằng tháng, các phường chi trả phụ cấp cho tổ trưởng.", "monthly"),
        ("Sở Công Thương dự trữ lương thực hằng năm.", "yearly"),
    ],
)
def test_a_deed_that_returns_is_one(sentence: str, recurrence: str) -> None:
    assert [duty.recurrence for duty in duties(sentence)] == [recurrence]
