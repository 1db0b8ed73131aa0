"""Kinds of organisations in lower case, known in all of a text that binds them once: "tổ chức thu gom rác phải …"."""

from __future__ import annotations

from collections.abc import Iterable

from rules.reading.naming.narrowing import STRICTLY
from rules.reading.words.bodies_lexicon import STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import EVENTS
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

# What an organisation is for; any other verb behind "tổ chức" is what somebody holds or carries out.
TRADES = Lexicon.lines(
    """tham gia, cung cấp, cung ứng, phát hành, quản lý, sử dụng, sản xuất, nhận, đầu tư, tư vấn, chứng nhận, công nhận,
    xuất khẩu, nhập khẩu, vận hành, vận chuyển, thu gom, khai thác, phân phối, giám định, kiểm định, thử nghiệm, tái chế,
    thẩm định giá, hỗ trợ, đăng ký, chuyển giao, trợ giúp, ứng dụng, nghiên cứu, xử lý, quan trắc, đào tạo, đấu thầu"""
)
# "Tổ chức thi phải được giám sát": what must be so, and nobody who must.
UNDERGONE = frozenset({"được", "bảo", "đảm", "gắn", "có", "là"})
# What may stand right before a name that is a subject.
BEFORE = frozenset({"", ".", ",", ";", ":", ")", "-", "thì", "mà", "riêng", "với"})
LONGEST = 9
Kinds = frozenset[tuple[str, ...]]


def kinds_in(script: Script, starts: Iterable[int]) -> Kinds:
    """The kinds of organisations that the text binds by "phải", "có trách nhiệm", "có nghĩa vụ", word by word."""
    found = ((start, _bound_end(script, start)) for start in starts if script.texts[start] == "tổ")
    return frozenset(script.texts[start:end] for start, end in found if end > start)


def kind_at(script: Script, names: Kinds, place: int, end: int) -> Stretch | None:
    """The longest of these names that begins at a place."""
    lengths = [
        len(name)
        for name in names
        if place + len(name) <= end and script.texts[place : place + len(name)] == name
    ]
    return Stretch(place, place + max(lengths)) if lengths else None


def _bound_end(script: Script, place: int) -> int:
    """Where a name that begins here ends before the word that binds it; ``place`` where it is none."""
    tokens, first = script.tokens, place + 2
    if script.words(Stretch(place, first)) != "tổ chức" or not _may_stand(script, place):
        return place
    held = EVENTS.at(tokens, first) or (VERBS.at(tokens, first) and not TRADES.at(tokens, first))
    if held:
        return place
    for at in range(first, min(first + LONGEST, len(tokens) - 1)):
        binds = STRICTLY.at(tokens, at)
        if binds:
            return at if at > first and script.word(at + binds) not in UNDERGONE else place
        if not tokens[at].is_word or script.is_capital(at) or script.word(at) in STOPS:
            return place
    return place


def _may_stand(script: Script, place: int) -> bool:
    between = script.text[script.tokens[place - 1].end : script.tokens[place].start] if place else "\n"
    return "\n" in between or script.word(place - 1) in BEFORE
