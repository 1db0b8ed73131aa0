"""Ways to hand something in: by letter, by mail, to an address; told below the sentence that says by when."""

from __future__ import annotations

import re

from rules.reading.duty.handed_things import THINGS
from rules.reading.words.bodies_lexicon import HEADS, NO_BODIES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

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

TO = frozenset({"về", "cho", "đến", "tới"})
END = 12  # tokens


def names_addresses(script: Script, head: Stretch) -> bool:
    """Whether a sentence ends with "… về một trong các địa chỉ sau:", so that addresses stand below it."""
    return ADDRESSES.search(script.words(Stretch(max(head.first, head.last - END), head.last))) is not None


def tells_the_way(script: Script, entry: Stretch, head: Stretch, *, named: bool) -> bool:
    """Whether an entry below "Báo cáo gửi về Sở A trước ngày …:" only says how, where, or what is handed in.

    ``named``: the entry names who acts, so that it is no mere thing.
    """
    told = names_addresses(script, head) or WAYS.at(script.tokens, entry.first, entry.last)
    if not told and (named or not is_a_thing(script, entry)):
        return False
    return HANDING_IN.within(script.tokens, head.first, head.last) is not None


def is_a_thing(script: Script, entry: Stretch) -> bool:
    """ "- Tờ trình;", "- Khó khăn, vướng mắc.": an entry that begins with no deed and binds nobody."""
    first = next((at for at in range(entry.first, entry.last) if script.tokens[at].is_word), entry.last)
    tokens = script.tokens
    if HEADS.at(tokens, first, entry.last) and not NO_BODIES.at(tokens, first, entry.last):
        return False  # "- Sở Y tế: tình hình dịch": whose part it is
    if any(words.at(tokens, first, entry.last) for words in (VERBS, MODALS, ADVERBS, ORDERS)):
        return THINGS.at(tokens, first, entry.last) > 0
    return all(words.within(tokens, first, entry.last) is None for words in (MODALS, ORDERS))


def needs_nothing_below(script: Script, head: Stretch) -> bool:
    """ "Các khoa gửi danh mục về Phòng A:": to whom is said last, and no word that a list of deeds follows."""
    tokens = script.tokens
    to = next(
        (at for at in range(head.last - 2, max(head.first, head.last - END), -1) if script.word(at) in TO), 0
    )
    if not to or not script.is_capital(to + 1):
        return False
    if any(VERBS.at(tokens, at, head.last) and not script.is_capital(at) for at in range(to + 1, head.last)):
        return False
    return HANDING_IN.within(tokens, head.first, to) is not None
