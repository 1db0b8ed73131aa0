"""Ways to hand something in: by letter, by mail, to an address; told below the sentence that says by when."""

from __future__ import annotations

import re

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

WAYS = Lexicon.lines(
    """bằng, qua hệ thống, qua đường, qua thư, qua cổng, qua phần mềm, qua bưu, qua email, qua fax, qua trục, qua mạng,
    qua hộp thư, qua zalo, trực tiếp tại, nộp trực tiếp tại, gửi trực tiếp tại, bản giấy, bản mềm, bản cứng,
    bản điện tử, file, tệp, tập tin, theo địa chỉ, địa chỉ, theo đường, gửi qua, gửi bằng, gửi theo đường, nộp qua,
    email, e - mail, thư điện tử, hộp thư, điện thoại, số điện thoại, fax, hồ sơ giấy, văn bản giấy, đường bưu điện"""
)
# "… về một trong các địa chỉ email sau:": whatever stands below is an address, and whose it is.
ADDRESSES = re.compile(
    r"\b(?:địa chỉ|hộp thư|email|thư điện tử|số điện thoại|số tài khoản|đầu mối|đường dẫn|điểm)(?: \w+){0,4} "
    r"(?:sau|sau đây|dưới đây)\b"
)
HANDING_IN = Lexicon.lines("gửi, nộp, báo cáo, đăng ký, cung cấp, chuyển")

END = 12  # tokens


def names_addresses(script: Script, head: Stretch) -> bool:
    """Whether a sentence ends with "… về một trong các địa chỉ sau:", so that addresses stand below it."""
    return ADDRESSES.search(script.words(Stretch(max(head.first, head.last - END), head.last))) is not None


def tells_the_way(script: Script, entry: Stretch, head: Stretch) -> bool:
    """Whether an entry below "Báo cáo gửi về Sở A trước ngày …:" only says how, or where, what is due gets there."""
    if not names_addresses(script, head) and not WAYS.at(script.tokens, entry.first, entry.last):
        return False
    return HANDING_IN.within(script.tokens, head.first, head.last) is not None
