"""Constructions of letters, plans, news and notices: whoever is told, and by when, in texts of several sentences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read

SAID_ON = date(2024, 7, 1)
Wants = list[tuple[tuple[str, ...], str]]


def found(text: str) -> Wants:
    return [
        (duty.lead, str(duty.due) if duty.due else duty.recurrence or ("relative" if duty.relative else ""))
        for duty in duties(text, SAID_ON)
    ]


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        # Who is meant by words that point back, or by a name told in short.
        (
            "Giao Bộ Y tế phối hợp với Bộ Tài chính rà soát. Bộ này cũng được giao ban hành hướng dẫn trước ngày 1/9/2024.",
            [(("Bộ Y tế",), "2024-08-31")],
        ),
        (
            "Giao Sở Y tế, Sở Tài chính rà soát. Hai sở này báo cáo trước ngày 31/8/2024.",
            [(("Sở Y tế", "Sở Tài chính"), "2024-08-30")],
        ),
        (
            "Công ty Thủy lợi Bắc cho hay đơn vị sẽ thay xong cửa cống trước ngày 30/8/2024.",
            [(("Công ty Thủy lợi Bắc",), "2024-08-29")],
        ),
        (
            "Ông Phạm Phú Trường Giang, Phó Giám đốc Sở Y tế, cho biết sở đã nhận vắc xin và sẽ tiêm trước ngày 30/8/2024.",
            [(("Phó Giám đốc Sở Y tế",), "2024-08-29")],
        ),
        (
            "Lãnh đạo tỉnh Hà Nam cho hay tỉnh đã thu hồi 3 dự án; phần còn lại sẽ xử lý trong tháng 9/2024.",
            [(("Lãnh đạo tỉnh Hà Nam",), "2024-09-30")],
        ),
        (
            "Đối với 5 đơn vị nói trên, Chủ tịch UBND tỉnh phê bình và yêu cầu giải trình trước ngày 10/9/2024.",
            [(("5 đơn vị nói trên",), "2024-09-09")],
        ),
        # Whom an order ends with.
        (
            "Thanh tra kiến nghị Thủ tướng giao Chủ tịch UBND tỉnh Hà Nam tổ chức kiểm điểm, báo cáo trước ngày 30/8/2024.",
            [(("Chủ tịch UBND tỉnh Hà Nam",), "2024-08-29")],
        ),
        (
            "Giao đ/c Huệ - Phó Giám đốc chỉ đạo, Chi cục Thú y tham mưu kế hoạch, trình trước ngày 30/8/2024.",
            [(("Chi cục Thú y",), "2024-08-29")],
        ),
        (
            "Giao đ/c Tuấn - Phó Giám đốc trực tiếp chỉ đạo việc kiểm tra nhà cũ, xong trước ngày 25/8/2024.",
            [(("đ/c Tuấn - Phó Giám đốc",), "2024-08-24")],
        ),
        (
            "Tỉnh giao việc này cho Sở Xây dựng. Thời hạn hoàn thành là trước ngày 15/9/2024.",
            [(("Sở Xây dựng",), "2024-09-14")],
        ),
        (
            "UBND tỉnh phê bình Sở Y tế chậm nộp báo cáo; yêu cầu nộp trước ngày 15/9/2024.",
            [(("Sở Y tế",), "2024-09-14")],
        ),
        (
            "Đồng ý gia hạn cho Sở Y tế đến hết ngày 15/9/2024 để hoàn thành quyết toán.",
            [(("Sở Y tế",), "2024-09-15")],
        ),
        (
            "Hội Nông dân tuyên truyền, vận động hội viên ký cam kết, xong trước ngày 15/9/2024.",
            [(("Hội Nông dân",), "2024-09-14")],
        ),
        (
            "Các cục thuế phải lập danh sách, gửi sở công thương đề nghị rà soát giấy phép trước ngày 15/9/2024.",
            [(("Các cục thuế",), "2024-09-14")],
        ),
        (
            "Hộ nào có nhu cầu mua giống thì đăng ký với đội trưởng chậm nhất 18/8/2024.",
            [(("Hộ nào có nhu cầu mua giống",), "2024-08-18")],
        ),
        (
            "Với những cửa hàng đã hết hạn giấy chứng nhận, sở phải hướng dẫn làm thủ tục trước ngày 15/9/2024.",
            [(("sở",), "2024-09-14")],
        ),
        (
            "Những nơi có biến động đất đai lớn phải hoàn thành đo đạc trước tháng 9/2024.",
            [(("Những nơi có biến động đất đai lớn",), "2024-08-31")],
        ),
        (
            "Trước ngày 15/9/2024 phải xong việc kiểm đếm; Sở Y tế chịu trách nhiệm về tiến độ.",
            [(("Sở Y tế",), "2024-09-14")],
        ),
        (
            "Chủ tịch UBND tỉnh thống nhất mốc thời gian: các xã xong trước 20/8/2024; huyện Kỳ Anh xong trước 15/9/2024.",
            [(("các xã",), "2024-08-19"), (("huyện Kỳ Anh",), "2024-09-14")],
        ),
        # Whom a letter goes to.
        (
            "Kính gửi: Sở Y tế.\nBộ Y tế nhận được phản ánh. Đề nghị kiểm tra, báo cáo Bộ Y tế trước ngày 15/9/2024.",
            [(("Sở Y tế",), "2024-09-14")],
        ),
        (
            (
                "Kính gửi:\n- UBND các tỉnh;\n- Cục Đường bộ.\n1. Cục Đường bộ sửa phần mềm trước ngày 1/9/2024.\n"
                "Kết quả đề nghị gửi về Bộ (qua Vụ Vận tải) trước ngày 10/11/2024."
            ),
            [(("Cục Đường bộ",), "2024-08-31"), (("UBND các tỉnh", "Cục Đường bộ"), "2024-11-09")],
        ),
        # Times that were lost or read wrongly.
        (
            "2. Báo cáo sơ kết học kỳ I: trước 15/01/2025; báo cáo tổng kết năm học: trước 05/6/2025.",
            [((), "2025-01-14"), ((), "2025-06-04")],
        ),
        (
            "Các trường nộp báo cáo sơ kết: trước 15/01/2025; báo cáo tổng kết: trước 05/6/2025; báo cáo năm: 15/12/2025.",
            [
                (("Các trường",), "2025-01-14"),
                (("Các trường",), "2025-06-04"),
                (("Các trường",), "2025-12-15"),
            ],
        ),
        (
            "Sở Giao thông kiểm tra các mỏ vật liệu, tháng 9 phải cấp phép xong cho 4 mỏ.",
            [(("Sở Giao thông",), "2024-09-30")],
        ),
        (
            "Ngân hàng phải báo cáo trong vòng 04 giờ kể từ khi phát hiện và khắc phục trong vòng 05 ngày làm việc.",
            [(("Ngân hàng",), "relative"), (("Ngân hàng",), "relative")],
        ),
        (
            "Phòng Tài chính gửi Sở Tài chính trước ngày 20/01 năm sau; Sở Tài chính báo cáo Bộ trước ngày 15/3 hằng năm.",
            [(("Phòng Tài chính",), "yearly"), (("Sở Tài chính",), "yearly")],
        ),
        (
            "Sở Y tế hoàn thành việc cấp thuốc trước kỳ nghỉ Tết Nguyên đán Ất Tỵ 2025.",
            [(("Sở Y tế",), "2025-01-28")],
        ),
        (
            "Ban Quản trị chốt diện tích báo UBND xã ngày 30/8/2024.",
            [(("Ban Quản trị",), "2024-08-30")],
        ),
        (
            "UBND các xã tổ chức vận động người dân giao nộp pháo nổ trước ngày 15/9/2024.",
            [(("UBND các xã",), "2024-09-14")],
        ),
        (
            "1. Ủy ban nhân dân tỉnh:\na) Thu hồi đất, giao lại cho các xã, chậm nhất trong tháng 9/2024 phải xong.",
            [(("Ủy ban nhân dân tỉnh",), "2024-09-30")],
        ),
        (
            "UBND các quận lập danh sách chung cư mini, xong trong 10 ngày.",
            [(("UBND các quận",), "relative")],
        ),
        (
            "Danh sách được công bố ngày 24/8/2024. Sinh viên nộp đơn trong 03 ngày kể từ ngày công bố.",
            [(("Sinh viên",), "relative")],
        ),
        (
            "Ban Quản lý dự án hạ tầng ưu tiên được giao lập dự án, trình trong quý IV/2024.",
            [(("Ban Quản lý dự án hạ tầng ưu tiên",), "2024-12-31")],
        ),
        (
            "Ban Kiểm soát phát hành báo cáo thẩm định trước ngày 15/9/2024.",
            [(("Ban Kiểm soát",), "2024-09-14")],
        ),
        (
            "Cử tri phản ánh dự án treo 20 năm, kể từ khi Thủ tướng ký quyết định thành lập năm 1997.",
            [],
        ),
        (
            "Trung tâm Văn hóa in cấp băng rôn cho các xã xong ngày 20/7.",
            [(("Trung tâm Văn hóa",), "2024-07-20")],
        ),
        (
            "Bộ Y tế đã được đồng ý cho lập quy hoạch, hoàn thành trong năm 2024.",
            [(("Bộ Y tế",), "2024-12-31")],
        ),
        (
            "Sở yêu cầu Công ty A: Xây dựng hồ sinh học; tiến độ: khởi công tháng 10/2024, hoàn thành tháng 01/2025.",
            [(("Công ty A",), "2024-10-31"), (("Công ty A",), "2025-01-31")],
        ),
        (
            "Hai dự án phải hoàn thành trước 30/11/2024, đây là mệnh lệnh chính trị đối với Bộ Y tế.",
            [(("Bộ Y tế",), "2024-11-29")],
        ),
        (
            "Yêu cầu BHXH 23 tỉnh, thành phố báo cáo trước ngày 28/8/2024.",
            [(("BHXH 23 tỉnh, thành phố",), "2024-08-27")],
        ),
        (
            "Bộ trưởng yêu cầu Tổng cục Đường bộ kiểm tra hiện trường hằng ngày, báo cáo Bộ trước 17h.",
            [(("Tổng cục Đường bộ",), "daily")],
        ),
        (
            "Tỉnh Đắk Nông mới sắp xếp xong 4/12 đơn vị.",
            [],
        ),
        (
            "Hạn cuối nộp tờ khai được lùi sang ngày 04/9/2024.",
            [((), "2024-09-04")],
        ),
    ],
)
def test_whoever_is_told_and_by_when(text: str, wants: Wants) -> None:
    assert found(text) == wants


@pytest.mark.parametrize(
    "text",
    [
        "UBND cấp huyện phê duyệt phương án trước khi bước vào năm học 2024 - 2025.",
        "Giao Vụ Truyền thông cung cấp thông điệp cho các xã trước khi triển khai chiến dịch.",
    ],
)
def test_a_term_that_names_no_day_is_told_as_unread(text: str) -> None:
    assert read(text, SAID_ON).unread


def test_tasks_keep_their_first_word() -> None:
    (duty,) = duties("Các sở chỉ đạo các đơn vị trực thuộc lập phương án, xong trước ngày 1/9/2024.", SAID_ON)
    assert duty.task.startswith("Chỉ đạo")


def test_two_reports_of_the_year_are_not_one() -> None:
    text = (
        "Đề nghị các xã gửi báo cáo quý I, 6 tháng, 9 tháng (chậm nhất ngày 10 của các tháng 3, 6, 9); "
        "báo cáo năm (chậm nhất ngày 10.12 hằng năm). T.P"
    )
    assert [due for _, due in found(text)] == ["yearly", "yearly"]
