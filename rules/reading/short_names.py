"""Kinds of bodies written in capitals, and what is written so and is no body."""

from __future__ import annotations

from rules.reading.script import Script

# Written in capitals as short names are, but things and no bodies.
NO_SHORT_NAMES = frozenset(
    {
        "tthc",
        "dvc",
        "dvctt",
        "csdl",
        "vbqppl",
        "qppl",
        "cntt",
        "kpi",
        "qcvn",
        "tcvn",
        "oda",
        "fdi",
        "fta",
        "api",
    }
    | {"bhyt", "bhxh", "tscđ", "ktxh", "cchc", "kpis", "gplx", "gcn", "sxkd", "đtc", "vnđ", "usd", "ppp"}
)


def is_short_name(script: Script, at: int, end: int) -> bool:
    """ "Các CTCK còn lại": a kind of body written in capitals among words that are not."""
    if (
        at >= end
        or script.word(at) in NO_SHORT_NAMES
        or not script.tokens[at].is_word
        or not 3 <= len(script.word(at)) <= 7
    ):
        return False
    around = [place for place in (at - 1, at + 1) if 0 <= place < end and script.tokens[place].is_word]
    return script.is_shouted(at) and not any(script.is_shouted(place) for place in around)
