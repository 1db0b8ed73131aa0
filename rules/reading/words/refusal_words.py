"""The words by which times that are no deadlines are known."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon

PLANS = Lexicon.lines(
    """chiến lược, chương trình, đề án, kế hoạch, quy hoạch, định hướng, tầm nhìn, giai đoạn, nghị quyết, dự
    án, lộ trình, nhiệm kỳ, niên độ, niên khóa, dự toán, ngân sách, chỉ thị, phong trào, khung, đến năm"""
)
NOT_BEFORE = Lexicon.lines(
    """số liệu, số liệu tính, số liệu tính từ, chốt số liệu, kỳ báo cáo, thời gian chốt số liệu, thời điểm
    chốt số liệu, tính, tính từ, thời kỳ, phiên họp, thường kỳ, cuộc họp, hội nghị, kỳ họp, diễn ra, tổ
    chức vào, so với, cùng kỳ, có hiệu lực, có hiệu lực thi hành, hiệu lực, hiệu lực thi hành, hết hiệu
    lực, hiệu lực kể, lũy kế, lũy kế đến, tình hình, số liệu báo cáo, số dư, tại thời điểm, công
    bố ngày, được tổ chức, họp, khai mạc, bế mạc, được tính, chốt, chốt đến, số liệu chốt, được
    chốt, số liệu được tính, số liệu lấy, lấy số liệu, số liệu thống kê, phát sinh,
    người sinh, trẻ sinh, em sinh, cháu sinh, công dân sinh, con sinh, được sinh, đã sinh, cán bộ sinh,
    kỳ tính thuế, kỳ kế toán, kỳ thuế, kỳ lương"""
)
NOUN_MODIFIERS = Lexicon.lines(
    """được cấp, ban hành, đã ban hành, được ban hành, phát sinh, đã ký, ký, nộp, đã nộp, tiếp nhận, được
    tiếp nhận, khởi công, có hiệu lực, được phê duyệt, phê duyệt, ký kết, được thành lập, xây dựng,
    hoạt động, tuyển dụng, trúng tuyển, đăng ký,
    người sinh, trẻ sinh, em sinh, cháu sinh, công dân sinh, con sinh, được sinh, đã sinh, cán bộ sinh"""
)
# Verbs that a month or quarter may follow without "in" and be the time of the deed.
DONE = Lexicon.lines(
    """hoàn thành, xong, ban hành, trình, thực hiện, khởi công, khánh thành, tổ chức, triển khai, kết thúc, hoàn tất,
    thông qua, phê duyệt"""
)
ISSUED = Lexicon.lines(
    "ban hành, ký, ký ban hành, thông qua, phê duyệt, công bố, tổ chức, thành lập, khai mạc"
)
HANDED = Lexicon.lines(
    """báo cáo, gửi, nộp, hoàn thành, xong, công bố, trình, kết thúc, bàn giao, đăng ký, kê khai, khai báo, chi trả,
    thanh toán, niêm yết, công khai"""
)
APPEAR = Lexicon.lines("có mặt, trình diện, tập trung tại, tập kết, sẵn sàng, xuất phát")
EVENTS = Lexicon.lines(
    """cuộc họp, hội nghị, kỳ họp, phiên họp, lễ, buổi lễ, kỳ thi, hội thảo, giải, lễ hội, sự kiện, đại hội,
    diễn đàn, hội chợ, chương trình, phiên thảo luận, buổi làm việc, triển lãm, lễ khai giảng"""
)
HELD = Lexicon.lines(
    "diễn ra, tổ chức vào, được tổ chức, khai mạc, bế mạc, bắt đầu vào, sẽ diễn ra, dự kiến tổ chức, tổ chức ngày"
)
CUT_OFFS = Lexicon.lines(
    "chốt số liệu, lấy số liệu, số liệu tính, số liệu được tính, thời điểm lấy số liệu, kỳ số liệu, số liệu chốt"
)
AFTER_MODIFIER = frozenset({"thì", "mà", "nhưng", "vẫn", "chưa", "đã", "được", "tiếp", "không", "còn"})
STILL = frozenset({"để", "sẽ", "phấn", "dự", "phải", "cần", "yêu", "hạn", "chậm", "muộn", "giao", "đề"})
RETURNING_NOUNS = frozenset(
    [
        "hoạch",
        "toán",
        "sách",
        "lệ",
        "quân",
        "số",
        "trình",
        "phí",
        "nghị",
        "liệu",
        "bản",
        "cáo",
        "vốn",
        "thu",
        "chi",
        "họp",
        "học",
        "lương",
        "thưởng",
        "phép",
        "kỳ",
        "tài",
        "khóa",
    ]
)
# Behind these a day that had passed tells which things are meant.
HAPPENED = Lexicon.lines(
    """phát sinh, được cấp, đã ban hành, đã ký, được ban hành, được phê duyệt, có hiệu lực, sinh, đã nộp,
    tồn đọng, xảy ra, tồn tại, vi phạm, hình thành, thành lập, được thành lập, khởi công"""
)
# What follows these has been done already.
PRAISES = Lexicon.lines("biểu dương, ghi nhận, đánh giá cao, hoan nghênh, phê bình, khen ngợi")
# What opens so tells who was there or what is enclosed.
NO_DUTIES = Lexicon.lines(
    """tham dự, cùng dự, dự họp, tham dự có, cùng tham dự, thành phần tham dự, ban hành kèm theo, kèm theo, nơi nhận,
    xin thông báo, trân trọng thông báo, thông báo để"""
)
