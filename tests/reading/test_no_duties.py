"""Times that are no deadlines and words that give no duty, each in a sentence of our own."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import SAID_ON, duties, read

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    "sentence",
    [
        # The years of a plan, with commas in its name.
        (
            "Thực hiện Quyết định số 12/QĐ-TTg ngày 05/3/2019 ban hành Kế hoạch bảo tồn, phát triển chè đến năm 2025; "
            "Chương trình sâm, quế tỉnh Kon Tum đến năm 2025, UBND tỉnh ban hành Kế hoạch như sau:"
        ),
        "Căn cứ Chiến lược thủy sản, muối Quốc gia đến năm 2030, UBND tỉnh giao các sở thực hiện các việc sau:",
        # What goes on too seldom.
        "Nguyên nhân là do công tác tuần tra, kiểm tra còn lỏng lẻo, chưa thường xuyên.",
        "Ở một số xã, việc báo cáo của cán bộ thú y không thường xuyên.",
        # The days of a holiday or fair, in brackets behind its name.
        (
            "Để phục vụ khách dịp nghỉ lễ Quốc khánh (từ ngày 31/8/2020 đến hết ngày 02/9/2020), "
            "Giám đốc Sở Giao thông vận tải yêu cầu các bến xe tăng chuyến."
        ),
        "Trong kỳ nghỉ Tết (từ ngày 10/02/2021 đến ngày 16/02/2021), các bệnh viện phải trực cấp cứu.",
        # How far things had come.
        "Chính phủ đánh giá: thu ngân sách đến hết tháng 7 ước đạt 61% dự toán, cao hơn cùng kỳ năm 2019.",
        "Sở Công Thương cho biết sản lượng điện đến cuối tháng 7 ước tăng 4%.",
        # For which year something is sought.
        "UBND tỉnh giao các huyện rút kinh nghiệm để có cách ứng phó hiệu quả với hạn mặn trong năm 2021.",
        "Các trường rà soát phòng học nhằm đáp ứng nhu cầu học tập của con em công nhân trong năm 2021.",
        # The name of a session in the head of a page.
        "Tin mới: Chuẩn bị phiên họp Ủy ban nhân dân tỉnh thường kỳ hằng tháng | Báo Kon Tum Thứ hai 03/8/2020 08:15",
    ],
)
def test_a_time_that_tells_of_something_else_is_no_deadline(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("UBND tỉnh ban hành Kế hoạch diệt muỗi, hoàn thành đến năm 2021.", "đến năm 2021"),
        ("Các sở lập Đề án tinh giản, xong trong năm 2021.", "trong năm 2021"),
        ("Sở Y tế trình đề án để UBND tỉnh phê duyệt trong năm 2021.", "trong năm 2021"),
        ("Sở Y tế gửi báo cáo đợt 1 (trước ngày 15/9/2020).", "trước ngày 15/9/2020"),
    ],
)
def test_what_only_looks_like_it_stays_a_deadline(sentence: str, phrase: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        # Headings.
        "UBND tỉnh ban hành Kế hoạch như sau:\nII. TỔ CHỨC THỰC HIỆN\n1. Nội dung kèm theo.",
        "UBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích, yêu cầu\n- Vì sức khỏe của dân.",
        # Who gets a copy.
        "Nơi nhận:\n- Như trên;\n- UBND: TP Huế, tỉnh Quảng Trị;\n- VPCP: BTCN, Trợ lý TTg (để báo cáo);\n- Lưu: VT.",
        # The closing words of a letter.
        "Văn phòng Chính phủ xin thông báo để các cơ quan biết, thực hiện./.",
        "Văn phòng UBND tỉnh thông báo để Sở Y tế biết và triển khai thực hiện.",
        # What has been done.
        "Đài Truyền hình tỉnh cũng đã có phóng sự về bãi rác này.",
        "Bộ trưởng Bộ Công an vừa ký Chỉ thị số 05/CT-BCA đẩy mạnh số hóa hồ sơ cư trú.",
        "Hồ sơ đã được nộp đủ, chậm 10 ngày so với yêu cầu.",
        # What a paper wrote.
        "Báo Cần Thơ có bài: Tiếp tục khai thác cát trái phép trên sông Hậu.",
        "Ngày 28/7, Báo Gia Lai đăng bài: Nhà máy xả thải phải dừng hoạt động vẫn vận hành.",
        # Who answers for it.
        "Giám đốc các sở chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để chậm tiến độ.",
        # What a report holds.
        "Nội dung báo cáo thẩm định: Nêu ưu điểm, hạn chế; phân tích nguyên nhân; đề xuất cách xử lý.",
    ],
)
def test_words_that_order_nothing_give_no_duty(text: str) -> None:
    assert [(found.lead, found.quote) for found in read(text, SAID_ON).obligations] == []


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("4. Bộ Y tế tháo gỡ khó khăn về đấu thầu thuốc.", [("Bộ Y tế",)]),
        ("2. Sở Tài chính sớm có ý kiến về đơn giá đền bù.", [("Sở Tài chính",)]),
        ("7. Cục Thú y khoanh vùng ổ dịch; giám sát việc giết mổ.", [("Cục Thú y",), ("Cục Thú y",)]),
    ],
)
def test_an_entry_that_says_who_does_what_is_a_duty_without_a_day(
    text: str, leads: list[tuple[str, ...]]
) -> None:
    assert [found.lead for found in read(text, SAID_ON).obligations] == leads
