"""Who is told, in words that were misread once, each in a sentence of our own."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        # Places in brackets say where.
        (
            (
                "Cục Thú y đề nghị Chi cục Chăn nuôi An Giang lập phương án. Xây dựng phương án lập chợ phiên "
                "(xã Ô Lâm và xã Lương Phi). Các phương án phải gửi về Cục trước ngày 15/9."
            ),
            ("Chi cục Chăn nuôi An Giang",),
        ),
        # A number of them.
        (
            "Bộ Y tế đã chỉ đạo, 12 tỉnh phía Nam (Long An, Tây Ninh, Bến Tre) sẽ phải tiêm xong trước ngày 30/9.",
            ("12 tỉnh phía Nam",),
        ),
        ("Theo Sở Giáo dục, 8 trường chuyên phải gửi đề án trước ngày 30/9.", ("8 trường chuyên",)),
        # "… the levels" in the name, and titles behind it.
        (
            (
                "Ban Chỉ đạo chống buôn lậu các ngành, các cấp, Giám đốc các sở, Chủ tịch UBND các huyện "
                "rà soát địa bàn trước ngày 15/9/2020."
            ),
            ("Ban Chỉ đạo chống buôn lậu các ngành, các cấp", "Giám đốc các sở", "Chủ tịch UBND các huyện"),
        ),
        # A name with two deeds in it.
        (
            (
                "Chi cục phải báo cáo trong tháng 8. Phòng Kỹ thuật và kiểm soát tổn thất lập danh sách "
                "trạm quá tải, gửi công ty trước 05/9."
            ),
            ("Phòng Kỹ thuật và kiểm soát tổn thất",),
        ),
        # What the body is stands behind a dash.
        (
            "Sở Giáo dục và Đào tạo - thành viên thường trực Ban thi đua lập danh sách trước ngày 05/9.",
            ("Sở Giáo dục và Đào tạo",),
        ),
        # A branch is named by its place.
        ("VNPT Yên Bái kéo cáp đến 12 xã, xong trước ngày 15/9.", ("VNPT Yên Bái",)),
        # Whoever was said to tell it.
        ("Còn theo Cục Thú y, đơn vị này sẽ cấp xong mã trại vào tháng 9/2020.", ("Cục Thú y",)),
        (
            "Kho bạc Nhà nước cho biết thêm, cơ quan này dự kiến trong quý IV/2020 sẽ mở cổng thanh toán.",
            ("Kho bạc Nhà nước",),
        ),
        # The deed stands in the next line.
        ("3. Thanh tra Bộ\nKiểm tra kho thuốc của các trạm, xong trước 30/9/2020.", ("Thanh tra Bộ",)),
        # Until when somebody has for it, with a list below.
        (
            "Thời hạn các huyện, thị xã gửi báo cáo về Sở Y tế như sau:\n- Chậm nhất ngày 15 hằng tháng.",
            ("các huyện, thị xã",),
        ),
        (
            "Thời gian quy định cho các xã, phường gửi kế hoạch như sau:\n- Trước ngày 15/9/2020.",
            ("các xã, phường",),
        ),
    ],
)
def test_the_lead_of_the_last_duty(text: str, lead: tuple[str, ...]) -> None:
    assert duties(text)[-1].lead == lead


def test_dots_inside_a_sentence_do_not_end_it() -> None:
    text = "Tỉnh yêu cầu các huyện báo cáo về chợ, bến xe… gửi về Sở Công Thương trước ngày 05/9."
    assert the_duty(text).quote.startswith("Tỉnh yêu cầu")
