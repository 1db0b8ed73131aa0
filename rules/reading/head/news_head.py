"""Which instrument news tells of: the one it says was signed or issued, never one that it only cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rules.model import InstrumentKind
from rules.reading.head.mentions import MENTION, day_of

JUST_ISSUED = re.compile(
    r"(?:(?:đã|vừa|mới|vừa mới)\b[^.;,\n]{0,40}\b(?:ký|ban hành|phê duyệt|có|gửi|công bố)|ký ban hành|ký quyết định)"
    r"\s+(?:về\s+)?$"
    r"|\b(?:hôm nay|sáng nay|chiều nay|tối nay|sáng|chiều|ngày [0-9/]+),?\s[^.;,\n]{0,40}\bký\s+$"
)
SIGNED_LATER = re.compile(
    r"^[^.;\n]{0,320}?\b(?:được|do)\b[^.;\n]{0,80}?\b(?:ký|ban hành)(?:\s+ban hành)?\s+(?:vào\s+)?(?:ngày\s+)?"
    r"([0-9]{1,2})\s*(?:/|tháng)\s*([0-9]{1,2})\s*(?:/|năm)\s*([0-9]{4})"
)
IN_FORCE = re.compile(
    r"^(?:(?!\b(?:để|trước|kịp|khi|sau)\b)[^.;\n]){0,40}?\b(?:có hiệu lực|vừa (?:được )?ban hành|mới ban hành)"
)
SPEAKS = re.compile(r"^[^.;\n]{0,60}?\b(?:nêu|nêu rõ|yêu cầu|giao|chỉ đạo|quy định rõ)\b")
TELLS: tuple[tuple[str, InstrumentKind], ...] = (
    ("công điện", "dispatch"),
    ("thông báo kết luận", "notice"),
    ("thông báo ý kiến", "notice"),
    ("công văn", "dispatch"),
    ("ý kiến chỉ đạo", "dispatch"),
    ("có văn bản", "dispatch"),
)
# "Trước đó, hồi tháng 3, Bộ đã có Công văn …": an older paper, told as history.
EARLIER = re.compile(r"\b(?:trước đó|trước đây|hồi tháng|hồi năm|năm ngoái)\b")
ITS_DAY = re.compile(r"^(?:(?!hiệu lực|trước|đến|từ|hết|thay thế|theo|tại).)*ngày")
BEFORE, AFTER = 80, 480
NEW = timedelta(days=120)


def issued_of(words: str, mentions: Sequence[re.Match[str]], published: date | None) -> re.Match[str] | None:
    """The first mention that the text says was signed, issued or takes effect; None where all are cited only.

    So is one that opens the text with its day, not long before the text was published.
    """
    if opens_with_its_instrument(words, published):
        return mentions[0]
    for shows in (_just_issued, _signed_later, _in_force):
        found = next((one for one in mentions if shows(words, one)), None)
        if found is not None:
            return found
    return next((one for one in mentions if _speaks(words, one) and _is_new(one, published)), None)


def opens_with_its_instrument(words: str, published: date | None) -> bool:
    """Whether the first words name an instrument with its day, not long before the text was published."""
    opening = MENTION.match(words.lstrip())
    return opening is not None and _is_new(opening, published)


def _is_new(mention: re.Match[str], published: date | None) -> bool:
    day = day_of(mention) if mention[5] and ITS_DAY.search(mention[0]) else None
    return day is not None and (published is None or timedelta(0) <= published - day <= NEW)


def signing_day(words: str, mention: re.Match[str]) -> re.Match[str] | None:
    """Where the sentence goes on with the day of signing: its groups are day, month and year."""
    return SIGNED_LATER.search(words[mention.end(2) : mention.end(2) + AFTER])


def kind_told(words: str) -> InstrumentKind | None:
    """What kind of paper the news speaks of, where it names none as issued; None where it does not say."""
    return next((kind for sign, kind in TELLS if sign in words), None)


def own_day(mentions: Sequence[re.Match[str]], told: re.Match[str]) -> re.Match[str] | None:
    """The mention of the same instrument that names its day; its last three groups are day, month and year."""
    same = (one for one in mentions if (one[1], one[2]) == (told[1], told[2]) and one[5])
    return next((one for one in same if ITS_DAY.search(one[0])), None)


def _just_issued(words: str, mention: re.Match[str]) -> bool:
    sentence = re.split(r"[.\n]", words[: mention.start()])[-1]
    if EARLIER.search(sentence):
        return False
    return JUST_ISSUED.search(words[max(0, mention.start() - BEFORE) : mention.start()]) is not None


def _signed_later(words: str, mention: re.Match[str]) -> bool:
    return signing_day(words, mention) is not None


def _speaks(words: str, mention: re.Match[str]) -> bool:
    """ "Thông báo kết luận số 142/TB-VPCP ngày 3/4/2024 nêu …": the paper speaks."""
    return SPEAKS.search(words[mention.end(2) : mention.end(2) + BEFORE]) is not None


def _in_force(words: str, mention: re.Match[str]) -> bool:
    return IN_FORCE.search(words[mention.end(2) : mention.end(2) + AFTER]) is not None
