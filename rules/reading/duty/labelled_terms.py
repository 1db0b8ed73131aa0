"""Whose term it is, said by the label before it ("Đối với tuyến xã: 05 ngày …") or by the sentence that heads a list."""

from __future__ import annotations

from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.duty_words import THINGS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

OF = Lexicon.lines(
    "đối với, với, riêng đối với, riêng với, riêng, còn đối với, còn với, áp dụng đối với, tại"
)


# "Chế độ báo cáo đối với các nhà máy như sau:": who is bound by what these words head.
BINDING = Lexicon.lines(
    "công bố thông tin, cbtt, báo cáo, kê khai, nộp, gửi, đăng ký, quyết toán, thống kê, công khai, khai báo, trách nhiệm"
)
# "Thời hạn nộp báo cáo của các quỹ:", "Trách nhiệm báo cáo của nhà đầu tư": whose regime it is.
REGIMES = Lexicon.lines(
    "thời hạn, thời gian, thời điểm, kỳ hạn, chế độ, trách nhiệm, nghĩa vụ, quy định về, việc, báo cáo"
)
ENDS = Lexicon.lines(
    "như sau, cụ thể như sau, được quy định như sau, thực hiện như sau, được quy định cụ thể như sau"
)
# "… báo cáo của kỳ trước", "… của chương trình": which report is meant, and not whose.
NO_NAMES = frozenset(
    {"kỳ", "năm", "tháng", "quý", "chương", "dự", "đề", "kế", "mỗi", "từng", "các", "những", "nghị", "thông"}
)
FAR = 12  # tokens
LONGEST_NAME = 20


def whose_term(script: Script, naming: Naming, clause: Stretch, time: Stretch) -> tuple[Body, ...]:
    """The bodies that a clause names before a colon with nothing but the time behind it; none where it is not so."""
    at = clause.first + OF.at(script.tokens, clause.first, time.first)
    group = naming.group_at(script, at, time.first) if at < time.first else None
    if group is None or group.place.last + 1 != time.first or script.word(group.place.last) != ":":
        return ()
    return group.bodies


def bound_below(script: Script, naming: Naming, sentence: Stretch) -> tuple[Body, ...]:
    """The bodies of "… chế độ báo cáo đối với các nhà máy như sau:", "thời hạn báo cáo của các quỹ"; else none.

    A single body is quoted with all that narrows it, up to the words that open the list.
    """
    last = sentence.last - (script.word(sentence.last - 1) == ":")
    end = last - ENDS.ending(script.tokens, last, sentence.first)
    for at in range(end - 1, max(sentence.first, end - LONGEST_NAME), -1):
        if script.word(at) == "của" and REGIMES.at(script.tokens, sentence.first, at):
            return _whose(script, naming, Stretch(sentence.first, at), Stretch(at + 1, end))
        if script.words(Stretch(at, at + 2)) != "đối với" or end == last:
            continue
        if BINDING.within(script.tokens, max(sentence.first, at - FAR), at) is None:
            return ()
        whole = Stretch(at + 2, end)
        if script.words(Stretch(at + 2, at + 4)) == "tổ chức" and script.is_capital(at + 2):
            return (Body(whole, script.written(whole), "common"),)
        group = naming.group_at(script, at + 2, end)
        if group is None:
            return ()
        if len(group.bodies) > 1:
            return group.bodies if group.place.last == end else ()
        return (Body(whole, script.written(whole), group.bodies[0].kind),)
    return ()


def _whose(script: Script, naming: Naming, before: Stretch, name: Stretch) -> tuple[Body, ...]:
    """The bodies of a name that ends a heading of terms; none where the heading speaks of no report."""
    if BINDING.within(script.tokens, before.first, before.last) is None:
        return ()
    group = naming.group_at(script, name.first, name.last)
    if group is None:
        plain = script.word(name.first) not in THINGS | NO_NAMES and len(name) <= FAR
        plain = plain and all(script.tokens[at].is_word for at in range(name.first, name.last))
        plain = plain and BINDING.ending(script.tokens, before.last, before.first) > 0
        return (Body(name, script.written(name), "common"),) if plain else ()
    if len(group.bodies) > 1 or group.place.last == name.last:
        return group.bodies if group.place.last == name.last else ()
    if VERBS.within(script.tokens, group.place.last, name.last) is not None:
        return ()
    return (Body(name, script.written(name), group.bodies[0].kind),)


def does_more(script: Script, at: int, heading: Stretch) -> bool:
    """Whether a heading goes on with a deed behind the body it names, and is not all of it about whom it means.

    "Đối với sinh viên làm khóa luận" is: which of them are meant.
    """
    topic = OF.at(script.tokens, heading.first, heading.last) and len(heading) <= LONGEST_NAME
    ordered = any(words.within(script.tokens, at, heading.last) is not None for words in (ORDERS, MODALS))
    deed = VERBS.within(script.tokens, at, heading.last) is not None
    return deed and (ordered or not topic)
