"""People as a body's name, with what they are there for: "ủy viên phản biện", "cán bộ phụ trách", "các nghệ nhân"."""

from __future__ import annotations

from rules.reading.naming.numbered_kinds import numbered_end
from rules.reading.naming.which_people import plain_people, which_end
from rules.reading.words.bodies_lexicon import INSIDE_NAMES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.people import ENDINGS, NO_PEOPLE, PEOPLE
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, HEEDS, MODALS, ORDERS, VERBS

# No word of a role: with one of these the name is over.
ENDS = frozenset(
    {
        "này",
        "đó",
        "là",
        "có",
        "được",
        "đã",
        "bị",
        "và",
        "của",
        "tại",
        "trong",
        "trước",
        "sau",
        "theo",
        "về",
        "thì",
        "do",
    }
)
LONGEST_ROLE = 4
# What people are there for, where a deed of theirs follows.
TRADES = Lexicon.lines("điều trị, điều khiển, phụ trách, trực, hướng dẫn, chấm thi, chăn nuôi, nuôi, trồng")
LONGEST_NOUN = 3
# "Các chỉ tiêu chủ yếu": the word goes on.
GOES_ON = frozenset({"yếu", "động", "trì", "trương", "đề", "đạo", "lực", "chốt"})


def people_at(script: Script, place: int, end: int, *, several: bool) -> int:
    """How many words the noun for people has that begins here; ``several``: "các" or "mỗi" stands before it."""
    length = PEOPLE.at(script.tokens, place, end)
    if length or not several:
        return length
    for last in range(place + 1, min(place + LONGEST_NOUN, end)):
        if not script.tokens[last].is_word or NO_PEOPLE.at(script.tokens, last - 1, end) == 2:
            return 0
        if VERBS.at(script.tokens, last, end):
            return 0  # "Các cơ quan chủ trì"
        if script.word(last) in ENDINGS and script.word(last + 1) not in GOES_ON:
            return last + 1 - place
    return 0


def role_of(script: Script, at: int, end: int) -> int:
    """Where the words end that say which people are meant, before their deed; ``at`` where no deed follows them."""
    numbered = numbered_end(script, at, end)
    if numbered > at:
        return numbered
    for place in range(at, min(at + LONGEST_ROLE + 1, end)):
        if not script.tokens[place].is_word or script.word(place) in ENDS:
            return at
        deed = _deed_at(script, place, end)
        tokens = script.tokens
        trade = (INSIDE_NAMES.at(tokens, place, end) or TRADES.at(tokens, place, end)) if place == at else 0
        if trade and VERBS.at(script.tokens, place + trade, end):
            return place + trade  # "Cán bộ quản lý nộp …": the first verb tells which one
        if deed:
            return place
    return at


def _deed_at(script: Script, at: int, end: int) -> int:
    tokens = script.tokens
    if script.is_capital(at):
        return 0
    return max(words.at(tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS, HEEDS))


def people_with_role(script: Script, place: int, end: int) -> Stretch:
    """People named without "các", with their role; empty where none are named."""
    length = people_at(script, place, end, several=False)
    if script.word(place) == "người":
        first = place + max(length, 1)
        which = which_end(script, first, end)
        if which > first:
            return Stretch(place, which)
        length = length or plain_people(script, place, end)
    return Stretch(place, role_of(script, place + length, end) if length else place)


def of_several(script: Script, at: int, end: int) -> int:
    """ "Sinh viên các khóa nộp …": where the words end that say of which ones, before their deed; ``at`` for none."""
    if script.word(at) != "các":
        return at
    last = role_of(script, at + 1, end)
    return last if last > at + 1 and VERBS.at(script.tokens, last, end) else at
