"""Names that no list holds: boards by their cause, kinds by their trade, units by whose they are, in many sentences."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

FRAMES = [
    "{} phải nộp hồ sơ trước ngày 18/9/2020.",
    "Trước ngày 18/9/2020, {} gửi báo cáo về Bộ Nội vụ.",
    "Giao {} hoàn thành hồ sơ trước ngày 18/9/2020.",
    "Rất mong {} gửi ý kiến trước ngày 18/9/2020.",
    "{} có trách nhiệm lập danh sách trước ngày 18/9/2020.",
]
NAMES = [
    "Ban Chỉ đạo phòng chống lụt bão",
    "Ban Chỉ đạo phòng cháy rừng",
    "Ban Chỉ đạo bảo vệ rừng",
    "Ban Chỉ đạo xây dựng đời sống văn hóa",
    "các bộ quản lý ngành, lĩnh vực",
    "các nhà xuất bản",
    "các trung đoàn",
    "Hạt Quản lý đê",
    "các phòng công chứng",
    "lực lượng Cảnh sát giao thông",
    "chủ sở hữu nhà chung cư",
    "Thủ trưởng cơ quan ngang bộ",
    "Thủ trưởng các cơ quan ngang bộ",
    "các cơ sở sản xuất thuốc",
    "các cơ sở kinh doanh vàng",
    "các doanh nghiệp nhập khẩu phế liệu",
    "các đơn vị kinh doanh vận tải",
    "các thí sinh tự do",
    "các cơ sở ngoài công lập",
    "các tổ chức đảng",
    "Đại sứ quán Việt Nam",
    "các phòng, ban thuộc huyện",
    "các đơn vị thuộc sở",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_name_is_read_whole(frame: str, name: str) -> None:
    opens = frame.startswith("{}")
    said = name[0].upper() + name[1:] if opens else name
    assert the_duty(frame.format(said)).lead == (said,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Ban Chỉ đạo xây dựng kế hoạch kiểm tra trước ngày 18/9/2020.", "Ban Chỉ đạo"),
        ("Các doanh nghiệp sản xuất các mặt hàng mới trước ngày 18/9/2020.", "Các doanh nghiệp"),
        ("Các cơ sở còn thiếu hồ sơ thì phải nộp bổ sung trước ngày 18/9/2020.", "Các cơ sở còn thiếu hồ sơ"),
        (
            "Ngoài ra, các cơ sở sản xuất thuốc còn phải nộp mẫu trước ngày 18/9/2020.",
            "các cơ sở sản xuất thuốc",
        ),
        ("Chủ rừng được yêu cầu nộp phương án trước ngày 18/9/2020.", "Chủ rừng"),
        ("Người nộp thuế bị yêu cầu nộp bổ sung hồ sơ trước ngày 18/9/2020.", "Người nộp thuế"),
        ("Người được cấp chứng chỉ nộp phiếu trước ngày 18/9/2020.", "Người được cấp chứng chỉ"),
        ("Sở Y tế xin lùi thời hạn hoàn thành hồ sơ đến ngày 18/9/2020.", "Sở Y tế"),
        ("Sở Y tế đề ra kế hoạch hoàn thành rà soát trước ngày 18/9/2020.", "Sở Y tế"),
        ("Sở Y tế ngoài nhiệm vụ thường xuyên còn phải lập danh sách trước ngày 18/9/2020.", "Sở Y tế"),
        ("Riêng chủ đầu tư nộp hồ sơ trước ngày 18/9/2020.", "chủ đầu tư"),
        ("Chủ đầu tư cùng với Sở Xây dựng lập danh sách trước ngày 18/9/2020.", "Chủ đầu tư"),
        ("Đối với chủ rừng, thời hạn nộp hồ sơ chậm nhất là ngày 18/9/2020.", "chủ rừng"),
        ("Trên cơ sở kết quả kiểm tra, chủ rừng lập danh sách trước ngày 18/9/2020.", "chủ rừng"),
        ("Lập danh sách các kho trước ngày 18/9/2020 - chủ đầu tư thực hiện.", "chủ đầu tư"),
        ("Tiến độ: UBND các xã hoàn thành hồ sơ trước ngày 18/9/2020.", "UBND các xã"),
    ],
)
def test_who_acts_is_told_from_the_deed_and_from_small_words(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)
