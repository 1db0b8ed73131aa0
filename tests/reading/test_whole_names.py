"""Names of bodies as the world writes them, each read whole in whatever sentence it stands."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

BODIES = (
    "Cục Quản lý đấu thầu",
    "Cục Quản lý, giám sát bảo hiểm",
    "Cục Kỹ thuật an toàn và Môi trường công nghiệp",
    "Cục Khảo thí và Kiểm định chất lượng",
    "Cục Phòng, chống tệ nạn xã hội",
    "Vụ Giám sát và Thẩm định đầu tư",
    "Vụ Kiểm soát hoạt động xây dựng",
    "Vụ Thị trường trong nước",
    "Viện Chiến lược phát triển",
    "Viện Nghiên cứu quản lý kinh tế Trung ương",
    "Trung tâm Giống cây trồng",
    "Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa",
    "Trung tâm Thông tin tư liệu và Dự báo kinh tế - xã hội quốc gia",
    "Quỹ Đầu tư phát triển thành phố",
    "Phòng Quản trị - Thiết bị",
    "Văn phòng HĐND và UBND huyện",
    "Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh",
    "Ban Chỉ đạo cải cách hành chính của tỉnh",
    "Ban Chỉ đạo chương trình mục tiêu quốc gia",
    "Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh",
    "Tổ công tác của Thủ tướng Chính phủ",
    "Đồn Biên phòng Cửa khẩu Cầu Treo",
    "Công đoàn ngành Giáo dục",
    "Thư viện tỉnh",
    "Bảo tàng tỉnh",
    "Chi bộ Phòng Nội vụ",
    "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
    "HTX Nông nghiệp Bình Đào",
    "Truyền tải điện Quảng Bình",
    "Petrolimex",
    "Vietnam Airlines",
    "Chánh Thanh tra tỉnh",
    "Chủ tịch Hội đồng quản trị",
    "Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh",
    "các hội viên",
    "các doanh nghiệp xuất khẩu",
    "các cơ sở đào tạo",
    "các đơn vị thi công",
    "các hộ bị ảnh hưởng",
)
SENTENCES = (
    "Yêu cầu {} lập danh sách trước ngày 15/12/2020.",
    "{} phải nộp báo cáo trước ngày 15/12/2020.",
    "UBND tỉnh giao {} thanh lý xe công dôi dư trước ngày 15/12/2020.",
    "1. {}:\n- Rà soát các dự án;\n- Thống kê số hộ nghèo trước ngày 15/12/2020.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", BODIES)
def test_the_lead_is_the_whole_name(name: str, sentence: str) -> None:
    written = name[0].upper() + name[1:] if sentence[0] == "{" or sentence[0].isdigit() else name
    assert the_duty(sentence.format(written)).lead == (written,)


@pytest.mark.parametrize(
    "names",
    [
        ("Sở Y tế", "Petrolimex"),
        ("Tổng công ty Cảng hàng không Việt Nam", "Thông tấn xã Việt Nam"),
        ("Cục Quản lý đấu thầu", "Vụ Kiểm soát hoạt động xây dựng"),
        ("Bảo tàng tỉnh", "Thư viện tỉnh"),
    ],
)
def test_two_in_a_row_are_two(names: tuple[str, str]) -> None:
    assert the_duty(f"Giao {' và '.join(names)} rà soát tài sản trước ngày 15/12/2020.").lead == names


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        ("Bưu điện tỉnh", "thanh toán công nợ"),
        ("Tập đoàn Dầu khí Việt Nam", "hiệp thương nhân sự"),
        ("Ủy ban Kiểm tra Tỉnh ủy", "vận hành thử nghiệm hệ thống"),
        ("Ban Chỉ đạo", "xây dựng kế hoạch kiểm tra"),
        ("Sở Xây dựng", "quản lý sử dụng nhà công vụ"),
        ("các thành viên", "chi trả tiền hỗ trợ"),
    ],
)
def test_the_deed_behind_a_name_is_no_part_of_it(name: str, deed: str) -> None:
    assert the_duty(f"UBND tỉnh yêu cầu {name} {deed} trước ngày 15/12/2020.").lead == (name,)


def test_a_row_behind_only_is_no_topic() -> None:
    text = "Riêng Sở Y tế, Công an tỉnh và Thư viện tỉnh phải nộp báo cáo trước ngày 15/12/2020."
    assert the_duty(text).lead == ("Sở Y tế", "Công an tỉnh", "Thư viện tỉnh")


@pytest.mark.parametrize("place", ["Bảo tàng", "Thư viện", "Nhà hát"])
def test_a_house_without_a_name_is_open_and_does_nothing(place: str) -> None:
    assert duties(f"{place} mở cửa miễn phí trong ngày 18/5/2021 nhân ngày hội sách.") == []
