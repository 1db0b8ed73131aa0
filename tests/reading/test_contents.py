"""What a deed or several papers are about, listed behind ";" or a colon, is one duty; deeds listed so are several."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

ONE = [
    "Trong quý IV/2020, Cục Trồng trọt phải hoàn thành các quy định về giống cây; sử dụng phân bón; quản lý chợ đầu mối.",
    "Sở Công Thương trong tháng 10/2020 trình các đề án về phát triển chợ; xử lý rác thải tại các chợ, siêu thị.",
    "Chậm nhất ngày 30/9/2020, Sở Y tế công bố những hướng dẫn liên quan đến tiêm chủng; khám sức khỏe định kỳ.",
    "Trước ngày 30/9/2020, Bộ Xây dựng xây dựng một số cơ chế, chính sách về nhà ở; thu hút đầu tư.",
    "Trước ngày 30/9/2020, Sở Y tế triển khai kiểm tra với mục tiêu: giảm thời gian chờ; hỗ trợ người nghèo.",
    "Các xã phải tổ chức tập huấn trước ngày 30/9/2020 với các nội dung: sử dụng phần mềm; cập nhật dữ liệu.",
    "Trước ngày 30/9/2020, Sở Nội vụ tổ chức hội thảo về các chuyên đề sau: đánh giá cán bộ; sắp xếp bộ máy.",
    "Trước ngày 30/9/2020, các huyện tổ chức thi với các chủ đề chính: bảo vệ rừng; phòng cháy; trồng cây.",
    "Sở Y tế tổ chức diễn tập trước ngày 30/9/2020 nhằm mục đích: nâng cao năng lực; kiểm tra sự sẵn sàng.",
]
SEVERAL = [
    "Trước ngày 30/9/2020, Sở Y tế hoàn thành các kế hoạch về đào tạo; gửi báo cáo về Bộ Y tế.",
    "Trước ngày 30/9/2020, Sở Y tế trình các đề án về đào tạo; Sở Nội vụ hoàn thành việc tuyển dụng.",
    "Trước ngày 30/9/2020, Sở Y tế ban hành kế hoạch về đào tạo; xây dựng quy chế làm việc.",
    "Trước ngày 30/9/2020, Sở Y tế thực hiện các nhiệm vụ: rà soát trang thiết bị; đào tạo nhân lực.",
    "Sở Y tế tập huấn với các nội dung: sử dụng phần mềm trước ngày 30/9/2020; cập nhật dữ liệu trước ngày 9/10/2020.",
    "Trước ngày 30/9/2020, Sở Y tế công bố các số liệu về dịch bệnh; phải khử khuẩn các trường học.",
]


@pytest.mark.parametrize("sentence", ONE)
def test_topics_and_aims_are_part_of_one_duty(sentence: str) -> None:
    duty = the_duty(sentence)
    assert duty.due in {date(2020, 9, 29), date(2020, 9, 30), date(2020, 10, 31), date(2020, 12, 31)}
    assert duty.quote.rstrip(".") == sentence.rstrip(".")


@pytest.mark.parametrize("sentence", SEVERAL)
def test_deeds_that_are_listed_are_duties_each(sentence: str) -> None:
    assert len(duties(sentence)) == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Các xã phải tổ chức kiểm tra trước ngày 30/9/2020 với mục tiêu giảm tai nạn.", "obligation"),
        ("Sở Y tế phân bổ vắc xin theo chỉ tiêu được giao trước ngày 30/9/2020.", "obligation"),
        ("Sở Y tế phấn đấu đến ngày 30/9/2020 hoàn thành mục tiêu tiêm chủng.", "target"),
    ],
)
def test_what_a_duty_aims_at_does_not_make_it_an_aim(sentence: str, kind: str) -> None:
    assert the_duty(sentence).kind == kind
