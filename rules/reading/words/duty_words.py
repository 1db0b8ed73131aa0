"""Words that bind someone, words of things that no one can bind, and words by which a duty is known."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon

# Words that bind whoever stands before them, and words of things, which no one can bind.
BINDING = (
    ("có", "trách", "nhiệm"),
    ("phải",),
    ("có", "nghĩa", "vụ"),
    ("chịu", "trách", "nhiệm"),
    ("được", "giao"),
    ("cam", "kết"),
)
THINGS = frozenset(
    [
        "việc",
        "báo",
        "số",
        "dự",
        "thời",
        "hạn",
        "nội",
        "quá",
        "kết",
        "kinh",
        "đề",
        "hồ",
        "các",
        "những",
        "mọi",
        "mỗi",
        "toàn",
        "trường",
        "nếu",
        "khi",
        "để",
        "theo",
        "trên",
        "tại",
        "trong",
        "từ",
        "đến",
        "trước",
        "sau",
        "căn",
        "nhiệm",
        "công",
        "kế",
        "danh",
        "văn",
        "mức",
        "tỷ",
        "tỉ",
        "giá",
        "giá",
        "đối",
        "riêng",
        "còn",
        "với",
        "nhằm",
        "do",
        "như",
        "và",
        "cũng",
    ]
)
DUTY = Lexicon.lines(
    """phải, cần, sẽ, giao, yêu cầu, đề nghị, phấn đấu, hoàn thành, hoàn thiện, hoàn tất, trách nhiệm, khẩn trương, chủ
    trì, chủ động, để, dự kiến, hạn chót, hạn cuối, hạn hoàn thành, hạn nộp, xong, có nhiệm vụ, lấy ý kiến, góp ý"""
)
# Longer words that only begin like one of these.
NO_DUTY = Lexicon.lines(
    """giao thông, giao dịch, giao lưu, giao thương, giao thừa, giao hàng, giao ban, giao tiếp, cần thiết, cần thơ,
    gia hạn nộp, thời hạn nộp"""
)
# "Hạn cuối để các doanh nghiệp nộp báo cáo là ngày 31/3": what a sentence about a term begins with.
TERMS = Lexicon.lines(
    """hạn cuối, hạn chót, hạn nộp, thời hạn, thời hạn cuối, hạn cuối cùng, thời hạn cuối cùng, thời điểm cuối cùng,
    thời hạn nộp, hạn hoàn thành, hạn đăng ký, ngày cuối, ngày cuối cùng"""
)
