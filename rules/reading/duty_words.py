"""Words that bind someone, words of things that no one can bind, and words by which a duty is known."""

from __future__ import annotations

from rules.reading.lexicon import Lexicon

# Words that bind whoever stands before them, and words of things, which no one can bind.
BINDING = (
    ("có", "trách", "nhiệm"),
    ("phải",),
    ("có", "nghĩa", "vụ"),
    ("chịu", "trách", "nhiệm"),
    ("được", "giao"),
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
DUTY = frozenset(
    {"phải", "cần", "sẽ", "giao", "yêu", "đề", "phấn", "hoàn", "trách", "khẩn", "chủ", "để", "dự", "hạn"}
)
# "Hạn cuối để các doanh nghiệp nộp báo cáo là ngày 31/3": what a sentence about a term begins with.
TERMS = Lexicon.lines(
    """hạn cuối, hạn chót, hạn nộp, thời hạn, thời hạn cuối, hạn cuối cùng, thời hạn cuối cùng, thời điểm cuối cùng,
    thời hạn nộp, hạn hoàn thành, hạn đăng ký, ngày cuối, ngày cuối cùng"""
)
