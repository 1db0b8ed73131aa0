"""Made-up cases that show how a rule works: "Ví dụ: công ty A …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

EXAMPLE = Lexicon.lines("ví dụ, vd, thí dụ, chẳng hạn, ví dụ như, chẳng hạn như")
LONGEST_NUMBER = 3
LONGEST_BRACKET = 30


def examples_of(script: Script, blocks: Sequence[Block]) -> list[Stretch]:
    """From "Ví dụ:" to the end of its paragraph, or of the next one where nothing else stands in its own."""
    found: list[Stretch] = []
    for number, block in enumerate(blocks):
        begins = next(_examples_in(script, block.body), None)
        if begins is None:
            continue
        at, behind = begins
        found.append(Stretch(at, block.whole.last))
        if behind >= block.whole.last and number + 1 < len(blocks):
            found.append(blocks[number + 1].whole)
    return found


def _examples_in(script: Script, body: Stretch) -> Iterator[tuple[int, int]]:
    """Where a sentence opens with "Ví dụ", and where what it tells begins."""
    at = body.first
    while (sign := EXAMPLE.within(script.tokens, at, body.last)) is not None:
        behind = sign + EXAMPLE.at(script.tokens, sign, body.last)
        at = behind
        if sign > body.first and not script.breaks_after(sign - 1):
            continue
        number = next(
            (p for p in range(behind, behind + LONGEST_NUMBER) if script.word(p) in {":", ","}), None
        )
        if number is not None and all(script.tokens[p].is_number for p in range(behind, number)):
            yield sign, number + 1


def in_example_bracket(script: Script, place: Stretch) -> bool:
    """ "(ví dụ: quý I nộp trước ngày 30/4)": a time in a bracket that only shows how a rule works."""
    for at in range(place.first - 1, max(0, place.first - LONGEST_BRACKET), -1):
        word = script.word(at)
        if word == "(":
            return bool(EXAMPLE.at(script.tokens, at + 1, place.first))
        if word == ")" or script.breaks_after(at):
            return False
    return False
