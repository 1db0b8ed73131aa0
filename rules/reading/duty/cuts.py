"""What begins a new clause, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ORDERS

SECOND_ORDERS = Lexicon.lines("giao, phân công, yêu cầu, đề nghị")
LENDS = frozenset({"cho thuê", "cho vay", "cho mượn"})


def second_order(script: Script, at: int, end: int) -> int:
    """Where whom it goes to begins in "… và giao Bộ B tổng hợp …"; 0 where no order of this kind stands here."""
    order = SECOND_ORDERS.at(script.tokens, at, end)
    return at + order if order == ORDERS.at(script.tokens, at, end) and order else 0


def opens_a_list(script: Script, naming: Naming, at: int, end: int) -> bool:
    """Whether a colon stands right behind a body here."""
    group = naming.group_at(script, at, end)
    return group is not None and script.word(group.place.last) == ":"


def lends(script: Script, at: int) -> bool:
    """ "Cơ sở kinh doanh dịch vụ cho thuê trọ", "tổ chức cho vay": what it is there for, no deed."""
    return script.words(Stretch(at, at + 2)) in LENDS


def names_its_year(script: Script, times: Sequence[Stretch], first: int) -> bool:
    """ "Trước ngày 15/01 của năm xét tặng giải thưởng, …": a time, and in which year it lies."""
    time = next((time for time in times if time.first == first), None)
    return time is not None and script.words(Stretch(time.last, time.last + 2)) == "của năm"


def opens_a_step(script: Script, at: int) -> bool:
    """ "… tại Bộ phận Một cửa Bước 2: Trong thời hạn …": a step of a procedure, run on in one paragraph."""
    numbered = at + 2 < len(script.tokens) and script.tokens[at + 1].is_number
    return numbered and script.is_capital(at) and script.word(at + 2) in {":", "."}
