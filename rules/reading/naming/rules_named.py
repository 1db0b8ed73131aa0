"""Bodies that a rule names: "cơ quan có thẩm quyền quy định tại khoản 2 Điều 15 Nghị định này"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.numerals import ROMAN
from rules.reading.words.script import Script

NAMED_IN = Lexicon.lines(
    """quy định tại, được quy định tại, nêu tại, quy định trong, có thẩm quyền quy định tại,
    có thẩm quyền theo quy định tại"""
)
PARTS = Lexicon.lines(
    """điểm, khoản, điều, các điều, các khoản, các điểm, chương, mục, tiểu mục, phần, phụ lục, và, hoặc, luật, bộ luật,
    nghị định, thông tư, quyết định, nghị quyết, quy chế, quy định, pháp lệnh, này, của luật, của nghị định, của thông tư"""
)
LONGEST = 24


def rule_ends(script: Script, at: int, end: int) -> int:
    """Where the rule that names a body has been cited in full; ``at`` where none is."""
    length = NAMED_IN.at(script.tokens, at, end)
    if not length or not PARTS.at(script.tokens, at + length, end):
        return at
    place = last = at + length
    while place < min(at + LONGEST, end):
        step = PARTS.at(script.tokens, place, end)
        token = script.tokens[place]
        if step:
            place += step
            last = place if script.word(place - 1) not in {"và", "hoặc"} else last
        elif token.is_number or script.word(place) in {"/", "-"} or _is_letter(script, place):
            place += 1
            last = place
        elif script.word(place) == ",":
            place += 1
        else:
            break
    return last


def _is_letter(script: Script, place: int) -> bool:
    """ "điểm a", "126/2020/NĐ-CP": a letter of an entry, or the symbol of an instrument."""
    word = script.word(place)
    if word in ROMAN:
        return script.word(place - 1) in {"lục", "chương", "mục", "phần"}
    entry = len(word) == 1 and script.word(place - 1) in {"điểm", "điều", "và", ","}
    return entry or (script.is_capital(place) and script.word(place - 1) in {"/", "-"})
