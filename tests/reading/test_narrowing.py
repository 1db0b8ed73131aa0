"""Who is told where words tell some members of a kind from the others."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

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


TRADES = [
    (
        "Đơn vị vận hành nhà máy có trách nhiệm nộp phương án trước ngày 30/9/2020.",
        "Đơn vị vận hành nhà máy",
    ),
    (
        "Thương nhân kinh doanh xăng dầu phải nộp báo cáo trước ngày 30/9/2020.",
        "Thương nhân kinh doanh xăng dầu",
    ),
    (
        "Đề nghị UBND các tỉnh, thành phố chỉ đạo Sở Y tế rà soát trước ngày 30/9/2020.",
        "UBND các tỉnh, thành phố",
    ),
    ("Đề nghị các bộ, ngành, địa phương tổ chức rà soát trước ngày 30/9/2020.", "các bộ, ngành, địa phương"),
    ("Các CTCK còn lại nộp báo cáo trước ngày 30/9/2020.", "Các CTCK còn lại"),
    ("Các doanh nghiệp báo cáo Sở Y tế và phải hoàn thành trước ngày 30/9/2020.", "Các doanh nghiệp"),
]


@pytest.mark.parametrize(("sentence", "lead"), TRADES)
def test_what_a_kind_of_body_does_belongs_to_its_name_and_its_deed_does_not(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


def test_a_short_name_heads_a_list_and_a_matter_in_capitals_does_not() -> None:
    text = (
        "1. VNCIT:\n1.1. GIS hạ thế:\n- Hoàn thành công cụ trước ngày 30/9/2020.\n"
        "2. KHoPC:\n- Chuẩn hóa bản đồ trước ngày 31/10/2020."
    )
    assert [duty.lead for duty in duties(text)] == [("VNCIT",), ("KHoPC",)]


ROWS = [
    (
        "UBND các quận, huyện, thị xã ra quân diệt bọ gậy trước ngày 30/9/2020.",
        "UBND các quận, huyện, thị xã",
    ),
    ("UBND các huyện miền núi lập chốt trước ngày 30/9/2020.", "UBND các huyện miền núi"),
    (
        "Các tỉnh đồng bằng sông Cửu Long báo cáo độ mặn trước ngày 30/9/2020.",
        "Các tỉnh đồng bằng sông Cửu Long",
    ),
    (
        "Ban Công nghệ, chuyển đổi số và tự động hóa nâng cấp phần mềm trước ngày 30/9/2020.",
        "Ban Công nghệ, chuyển đổi số và tự động hóa",
    ),
    ("Trước ngày 30/9/2020, thuế các tỉnh gửi báo cáo về Tổng cục.", "thuế các tỉnh"),
    ("Hội đồng thẩm định họp, kết luận hồ sơ trước ngày 30/9/2020.", "Hội đồng thẩm định"),
]


@pytest.mark.parametrize(("sentence", "lead"), ROWS)
def test_a_row_of_places_ends_before_its_deed_and_a_name_goes_on_over_its_parts(
    sentence: str, lead: str
) -> None:
    assert the_duty(sentence).lead == (lead,)


TITLED = [
    ("EVN vận hành hợp lý các hồ, báo cáo Bộ trước ngày 30/9/2020.", "EVN"),
    ("Trưởng Ban Tín dụng chính sách trình báo cáo trước ngày 30/9/2020.", "Trưởng Ban Tín dụng chính sách"),
    ("Yêu cầu Giám đốc chi nhánh niêm yết thủ tục trước ngày 30/9/2020.", "Giám đốc chi nhánh"),
    ("Doanh nghiệp sản xuất ô tô nộp giấy đề nghị trước ngày 30/9/2020.", "Doanh nghiệp sản xuất ô tô"),
    ("Sở yêu cầu các nhà trường xây dựng kế hoạch thi trước ngày 30/9/2020.", "các nhà trường"),
]


@pytest.mark.parametrize(("sentence", "lead"), TITLED)
def test_titles_and_kinds_keep_what_they_are_of_and_not_what_they_make(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Các xã được lựa chọn gửi danh sách trước ngày 15/9/2020.", "Các xã được lựa chọn"),
        (
            "Các trường được chỉ định thí điểm Đề án 12 thực hiện mua thiết bị trước ngày 15/9/2020.",
            "Các trường được chỉ định thí điểm Đề án 12",
        ),
        (
            "Các doanh nghiệp được kiểm tra hoàn thành khắc phục trước ngày 15/9/2020.",
            "Các doanh nghiệp được kiểm tra",
        ),
        ("Các doanh nghiệp phải được kiểm tra trước ngày 15/9/2020.", "Các doanh nghiệp"),
        ("Các doanh nghiệp được kiểm tra trước ngày 15/9/2020.", "Các doanh nghiệp"),
    ],
)
def test_what_was_done_to_them_tells_which_ones_where_their_own_deed_follows(
    sentence: str, lead: str
) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("who", "deed"),
    [
        ("các địa phương còn vướng mắc", "bàn giao toàn bộ mặt bằng"),
        ("các địa phương còn vướng mắc (Đồng Nai, Khánh Hòa, Lạng Sơn)", "bàn giao mặt bằng"),
        ("các tỉnh còn chậm (Đồng Nai và Khánh Hòa)", "gửi báo cáo"),
        ("các địa phương (Đồng Nai, TP. Huế)", "bàn giao mặt bằng"),
        ("các địa phương có tỷ lệ giải ngân thấp", "rút kinh nghiệm"),
        ("các địa phương đang gặp khó khăn", "lập phương án"),
        ("các bộ, địa phương có vốn chậm giải ngân", "kiểm điểm trách nhiệm"),
        ("các tỉnh đã sáp nhập", "gửi danh sách trụ sở"),
        ("các huyện bị thiệt hại do bão", "thống kê thiệt hại"),
        ("các xã có ổ dịch", "phun khử khuẩn"),
        ("các chủ đầu tư chậm tiến độ", "gửi bản giải trình"),
        ("các trường còn thiếu giáo viên", "lập nhu cầu tuyển dụng"),
    ],
)
def test_a_state_before_the_deed_tells_which_of_a_kind_are_meant(who: str, deed: str) -> None:
    duty = the_duty(f"Yêu cầu {who} {deed} trước ngày 15/9/2020.")
    assert (duty.lead, duty.lead_ids) == ((who,), (None,))
    assert duty.task == deed[0].upper() + deed[1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "Yêu cầu các tỉnh có kế hoạch gửi Bộ Nội vụ trước ngày 15/9/2020.",
        "Yêu cầu các tỉnh (qua Sở Y tế) gửi báo cáo trước ngày 15/9/2020.",
        "Yêu cầu các tỉnh gửi báo cáo trước ngày 15/9/2020.",
    ],
)
def test_what_they_are_to_have_narrows_nobody(sentence: str) -> None:
    assert the_duty(sentence).lead == ("các tỉnh",)
