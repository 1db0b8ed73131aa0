"""Looking two words ahead spares the grammar work, and never a reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from unittest.mock import patch

from rules.reading.phrase.forms import RULES
from rules.reading.phrase.grammar import Grammar
from rules.reading.phrase.nodes import Node
from rules.reading.phrase.nouns import ROWS
from rules.reading.phrase.openings import Openings
from rules.reading.phrase.terminals import BRANCHES, OPENINGS, STEMS, TERMINALS
from rules.reading.words.tokens import tokens_of
from tests.phrase_table import phrase_table


def phrases() -> Iterator[str]:
    """Some of the table, the names of years and numbers in words: what terminals read over several words."""
    yield from (row.words for row in phrase_table()[::4])
    yield from (f"trước Tết {stem} {branch}" for stem, branch in zip(STEMS * 6, BRANCHES * 5, strict=True))
    numbers = (
        "một",
        "mười",
        "mười lăm",
        "hai mươi mốt",
        "một trăm linh năm",
        "3",
        "30",
        "120",
        "00030",
        "15 (mười lăm)",
    )
    units = ("ngày", "ngày làm việc", "tháng", "quý")
    yield from (f"trong {number} {unit} kể từ ngày ký" for number, unit in product(numbers, units))


def readings(grammar: Grammar[Node], words: str) -> list[object]:
    """All that the rules read from each place of the words."""
    parse = grammar.over(tokens_of(words))
    return [parse.at("phrase", place) for place in range(len(parse.tokens))]


def test_what_two_words_rule_out_nothing_reads() -> None:
    every = list(dict.fromkeys(phrases()))
    ahead, blind = (Grammar[Node]((*ROWS, *RULES), TERMINALS, OPENINGS) for _ in range(2))
    found = [readings(ahead, words) for words in every]
    with patch.object(Openings, "fits", return_value=True):
        assert [
            words for words, read in zip(every, found, strict=True) if readings(blind, words) != read
        ] == []
    assert sum(any(read) for read in found) > 150


def test_a_word_that_begins_a_rule_and_another_that_does_not_go_on_with_it_are_told_apart() -> None:
    grammar = Grammar[Node](RULES, TERMINALS, OPENINGS)
    parse, begins = grammar.over(tokens_of("báo cáo báo chí năm 2020 năm nay")), grammar.begins("phrase")
    assert [place for place in range(len(parse.tokens)) if begins[parse.pairs[place]]] == [2, 4, 5, 6]
