"""A server's words in a log and a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.address import UNSAFE
from notifiers.answers import plain


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("250 2.0.0 queued as 4711", "250 2.0.0 queued as 4711"),
        ("  250   ok ", "250 ok"),
        ("250 first\nsecond", "250 first second"),
        ("250 \x1b[31mred", "250 [31mred"),
        ("250 \u202eturned", "250 turned"),
        ("250 không\u00a0nhận", "250 không nhận"),
    ],
)
def test_words_become_one_plain_line(said: str, told: str) -> None:
    assert plain(said) == told


@given(st.text(st.sampled_from("ab \t\r\n\x00\x1b\x85\u00a0\u2028\u202e\ud800\u3000ế"), max_size=12))
def test_whatever_is_said_it_is_printable_and_its_blanks_are_single(said: str) -> None:
    line = plain(said)
    assert UNSAFE.search(line) is None
    assert line.split() == UNSAFE.sub(" ", said).split()
    assert line == " ".join(line.split())


def test_a_long_answer_is_cut() -> None:
    assert len(plain("x" * 999)) == 300
    assert plain("x" * 999).endswith("x…")
