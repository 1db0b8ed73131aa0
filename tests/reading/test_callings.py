"""Who is called upon without a word of order, or named at the end as the one who is in charge."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

BODIES = ["Sở Công Thương", "UBND các xã", "các trường học"]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "frame",
    [
        "Rất mong {} gửi ý kiến trước ngày 18/9/2020.",
        "Mong {} quan tâm, gửi ý kiến trước ngày 18/9/2020.",
        "Kính mong {} sớm gửi ý kiến trước ngày 18/9/2020.",
        "Ban tổ chức kính mời {} đăng ký tham gia trước ngày 18/9/2020.",
        "Cuộc họp thống nhất để {} lập danh sách trước ngày 18/9/2020.",
        "Thường trực nhất trí để {} bàn giao kho trước ngày 18/9/2020.",
        "Gia hạn cho {} nộp hồ sơ đến hết ngày 18/9/2020.",
        "Bộ Nội vụ đồng ý gia hạn cho {} nộp hồ sơ đến hết ngày 18/9/2020.",
        "Bộ Nội vụ quy định {} bắt buộc phải công khai số liệu trước ngày 18/9/2020.",
        "Luật quy định {} có nghĩa vụ công khai số liệu trước ngày 18/9/2020.",
        "Bộ Nội vụ thông báo để {} biết và gửi hồ sơ trước ngày 18/9/2020.",
        "Bộ Nội vụ thông báo tới {} về việc nộp hồ sơ trước ngày 18/9/2020.",
        "Bộ Nội vụ ấn định thời hạn để {} nộp hồ sơ là ngày 18/9/2020.",
    ],
)
def test_whoever_is_called_upon_acts(frame: str, body: str) -> None:
    assert the_duty(frame.format(body)).lead == (body,)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "frame",
    [
        "Đơn vị chịu trách nhiệm lập danh sách trước ngày 18/9/2020 là {}.",
        "Cơ quan chủ trì lập đề án là {}, hoàn thành trước ngày 18/9/2020.",
        "Đơn vị đầu mối tổng hợp là {}; hoàn thành trước ngày 18/9/2020.",
        "Việc lập danh sách thuộc về {}, xong trước ngày 18/9/2020.",
        "Trách nhiệm lập danh sách thuộc về {}, hoàn thành trước ngày 18/9/2020.",
        "Nhiệm vụ của {}: Lập danh sách trước ngày 18/9/2020.",
        "Nhiệm vụ của {} là lập danh sách trước ngày 18/9/2020.",
        "Mục tiêu của {} là hoàn thành kho trước ngày 18/9/2020.",
        "Yêu cầu đặt ra đối với {} là phải hoàn thành kho trước ngày 18/9/2020.",
        "Thừa ủy quyền của Bộ Nội vụ, {} trình đề án trước ngày 18/9/2020.",
        "Trên cơ sở đó, {} lập danh sách trước ngày 18/9/2020.",
        "Với {}, hồ sơ phải nộp trước ngày 18/9/2020.",
        "Phía {} có trách nhiệm bàn giao hồ sơ trước ngày 18/9/2020.",
        "Đại diện {} cho biết sẽ bàn giao hồ sơ trước ngày 18/9/2020.",
    ],
)
def test_whoever_the_work_is_said_to_be_of_acts(frame: str, body: str) -> None:
    assert the_duty(frame.format(body)).lead == (body,)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "frame",
    [
        "Bộ Nội vụ cho {} thời hạn đến ngày 18/9/2020 để bổ sung hồ sơ.",
        "Bộ Nội vụ chốt thời hạn {} phải bổ sung hồ sơ là ngày 18/9/2020.",
        "Bộ Nội vụ phê bình {} chậm nộp báo cáo và yêu cầu hoàn thành trước ngày 18/9/2020.",
        "Một trong những việc {} phải làm trước ngày 18/9/2020 là công khai danh sách.",
        "Không chỉ Bộ Quốc phòng mà {} cũng phải gửi báo cáo trước ngày 18/9/2020.",
        "Danh sách này do {} lập, báo cáo Bộ Nội vụ trước ngày 18/9/2020.",
        "Phương án phải do {} phê duyệt trước ngày 18/9/2020.",
        "Hội nghị đề ra nhiệm vụ cho {} là hoàn thành kho trước ngày 18/9/2020.",
        "Kết luận nêu rõ trách nhiệm của {} trong việc rà soát kho, hoàn thành trước ngày 18/9/2020.",
        "Bộ Nội vụ mong nhận được báo cáo của {} trước ngày 18/9/2020.",
        "Chỉ {} phải nộp báo cáo trước ngày 18/9/2020.",
        "Lãnh đạo tỉnh yêu cầu {} dứt điểm việc bàn giao trước ngày 18/9/2020.",
        "Để kịp tiến độ, {} hiện đang hoàn thiện hồ sơ và sẽ trình trước ngày 18/9/2020.",
        "Kinh phí do {} chi trả trước ngày 18/9/2020.",
        "Tổ chức thực hiện: {} báo cáo kết quả về Bộ Nội vụ trước ngày 18/9/2020.",
        "Điểm kiểm kê do {} rà soát, gửi Bộ Nội vụ trước ngày 18/9/2020.",
    ],
)
def test_who_is_given_a_term_blamed_or_named_beside_a_thing_acts(frame: str, body: str) -> None:
    assert the_duty(frame.format(body)).lead == (body,)


@pytest.mark.parametrize("said", ["khẳng định", "cho biết", "cam kết", "hứa"])
@pytest.mark.parametrize("time", ["trước ngày 18/9/2020", "trong tháng 9/2020"])
def test_who_says_by_when_he_will_do_it_binds_himself(said: str, time: str) -> None:
    assert the_duty(f"Lãnh đạo Sở Y tế {said} {time} sẽ bàn giao mặt bằng.").lead == ("Lãnh đạo Sở Y tế",)


@pytest.mark.parametrize("asks", ["Đề nghị", "Kính đề nghị", "Trân trọng đề nghị", "Yêu cầu", "Vậy đề nghị"])
@pytest.mark.parametrize("deed", ["gửi báo cáo về Bộ Nội vụ", "nộp hồ sơ", "có ý kiến bằng văn bản"])
def test_a_letter_asks_its_addressee(asks: str, deed: str) -> None:
    duty = the_duty(f"Kính gửi: UBND các huyện\n\n{asks} {deed} trước ngày 18/9/2020.\n")
    assert duty.lead == ("UBND các huyện",)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Các đơn vị là đầu mối lập danh sách trước ngày 18/9/2020.", ("Các đơn vị",)),
        ("Sở Y tế thông báo tới các xã kết quả trước ngày 18/9/2020.", ("Sở Y tế",)),
        ("Sở Y tế thông báo để người dân biết trước ngày 18/9/2020.", ("Sở Y tế",)),
        ("Cục Thuế thực hiện gia hạn cho doanh nghiệp trước ngày 18/9/2020.", ("Cục Thuế",)),
        ("Hồ sơ phải gửi về Sở Y tế trước ngày 18/9/2020.", ()),
        ("Hồ sơ phải gửi tới Sở Y tế trước ngày 18/9/2020.", ()),
        ("Theo kế hoạch do UBND tỉnh ban hành, các xã nộp báo cáo trước ngày 18/9/2020.", ("các xã",)),
        ("Đề án do Sở Y tế xây dựng được giao cho các xã thực hiện trước ngày 18/9/2020.", ("các xã",)),
        ("Sở Y tế kiểm điểm các xã trước ngày 18/9/2020.", ("Sở Y tế",)),
    ],
)
def test_who_is_only_told_of_it_does_not_act(sentence: str, leads: tuple[str, ...]) -> None:
    assert [duty.lead for duty in duties(sentence)] == [leads]
