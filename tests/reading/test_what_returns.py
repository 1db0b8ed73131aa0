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


@pytest.mark.parametrize(
    ("sentence", "lead", "recurrence"),
    [
        (
            "Chủ tịch tỉnh yêu cầu các sở, ngành hằng tháng báo cáo tình hình thu chi.",
            ("các sở, ngành",),
            "monthly",
        ),
        ("Sở Y tế giao các trạm y tế hằng tuần kiểm tra nguồn nước.", ("các trạm y tế",), "weekly"),
        ("Các trường đại học hằng năm công bố đề án tuyển sinh.", ("Các trường đại học",), "yearly"),
        ("Các hợp tác xã hằng quý gửi báo cáo vốn góp.", ("Các hợp tác xã",), "quarterly"),
        (
            "Sở Xây dựng hướng dẫn, đôn đốc và định kỳ tổng hợp tình hình trình UBND tỉnh.",
            ("Sở Xây dựng",),
            "periodic",
        ),
    ],
)
def test_how_often_may_stand_between_who_does_it_and_the_deed(
    sentence: str, lead: tuple[str, ...], recurrence: str
) -> None:
    assert [(duty.lead, duty.recurrence) for duty in duties(sentence)] == [(lead, recurrence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nguồn thu hằng năm giao cho các xã.",
        "Sở Nội vụ rà soát kế hoạch hằng năm phân bổ cho các huyện.",
        "Sở Y tế kiểm tra đột xuất và định kỳ các nhà thuốc.",
        "Thực hiện chế độ báo cáo đột xuất và định kỳ.",
    ],
)
def test_how_often_behind_a_noun_tells_which_is_meant(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []
