"""A small grammar: rules as a table of shapes, tried in order, every way to read a text kept.

A shape is written as it reads: plain words and signs stand for themselves, ``<noun>`` for another rule,
``<~noun>`` for one whose meaning is dropped, ``[ ]`` for what may be missing, ``( | )`` for a choice:
``"[ngày] <dd> (/|-) <dd>"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from rules.reading.phrase.matchers import Match, Place, Ways, matcher
from rules.reading.phrase.openings import Opening, Openings
from rules.reading.phrase.shapes import Choice, Noun, Row, Shape, shape_of
from rules.reading.words.tokens import Token

N = TypeVar("N")
# A terminal reads tokens itself: every end it can reach from a place, with what it read there.
Terminal = Callable[[Sequence[Token], Place], Iterator[tuple[Place, N]]]
Build = Callable[[tuple[N, ...]], N | None]


@dataclass(frozen=True, slots=True)
class Rule(Generic[N]):
    """A noun, one shape it may take, and what it then means; None from ``build`` rejects the reading."""

    noun: str
    shape: str
    build: Build[N]


# A rule's number and what it then means; and what is left of its shape before that.
End = tuple[int, Build[N]]
Rest = tuple[tuple[Shape, ...], End[N]]


class Branch(Generic[N]):
    """The rules of a noun from some part on: what several begin with is read once for all of them."""

    def __init__(self, rests: Sequence[Rest[N]], openings: Openings) -> None:
        self.ends = [end for parts, end in rests if not parts]
        below: dict[Shape, list[Rest[N]]] = {}
        for rest in rests:
            if rest[0]:
                below.setdefault(rest[0][0], []).append(rest)
        self.ways: Ways[tuple[Match[N], Branch[N] | End[N]]] = Ways(
            [
                (self._way(part, together, openings), Choice(tuple(Row(parts) for parts, _ in together)))
                for part, together in below.items()
            ],
            openings,
        )

    def _way(
        self, part: Shape, together: Sequence[Rest[N]], openings: Openings
    ) -> tuple[Match[N], Branch[N] | End[N]]:
        """The part that rules begin with and what follows it; of a rule that stands alone all parts at once."""
        if len(together) == 1:
            parts, end = together[0]
            return matcher(Row(parts), openings), end
        return matcher(part, openings), Branch([(parts[1:], end) for parts, end in together], openings)

    def read(
        self, parse: Parse[N], place: Place, parts: tuple[N, ...], found: list[tuple[int, Place, N]]
    ) -> None:
        """Add every rule that fits from here on: its number, where it ends and what it means."""
        for end in self.ends:
            _add(end, place, parts, found)
        for match, goes_on in self.ways[parse.pairs[place]]:
            for reached, more in match(parse, place):
                if isinstance(goes_on, Branch):
                    goes_on.read(parse, reached, parts + more, found)
                else:
                    _add(goes_on, reached, parts + more, found)


def _once(read: list[tuple[Place, N]]) -> tuple[tuple[Place, N], ...]:
    """Equal readings once; they are few, so that comparing costs less than hashing what they mean."""
    kept: list[tuple[Place, N]] = []
    for found in read:
        if found not in kept:
            kept.append(found)
    return tuple(kept)


def _add(end: End[N], place: Place, parts: tuple[N, ...], found: list[tuple[int, Place, N]]) -> None:
    number, build = end
    meaning = build(parts)
    if meaning is not None:
        found.append((number, place, meaning))


class Grammar(Generic[N]):
    """Rules and terminals, compiled once; a noun without rules or terminal is an error of the table."""

    def __init__(
        self,
        rules: Sequence[Rule[N]],
        terminals: Mapping[str, Terminal[N]],
        openings: Mapping[str, Opening] | None = None,
    ) -> None:
        """``openings`` names the words that a terminal can begin with, and what may follow, where they are few."""
        self.terminals = terminals
        shapes: dict[str, list[Rest[N]]] = {}
        for number, rule in enumerate(rules):
            shape = shape_of(rule.shape)
            parts = shape.parts if isinstance(shape, Row) else (shape,)
            shapes.setdefault(rule.noun, []).append((parts, (number, rule.build)))
        named = {found for rule in rules for found in re.findall(r"<~?([^<>\s]+)>", rule.shape)}
        missing = named - shapes.keys() - terminals.keys()
        if missing:
            raise ValueError(f"no rule for {sorted(missing)}")
        self.openings = Openings(
            {noun: [Row(parts) for parts, _ in rests] for noun, rests in shapes.items()}, openings or {}
        )
        self.shapes = shapes
        self.branches: dict[str, Branch[N] | None] = {}
        self.first_words: dict[str, Ways[bool]] = {}

    def branch(self, noun: str) -> Branch[N] | None:
        """The rules of a noun, made ready when it is first asked for: few texts need all of them."""
        if noun not in self.branches:
            rests = self.shapes.get(noun)
            self.branches[noun] = Branch(rests, self.openings) if rests is not None else None
        return self.branches[noun]

    def begins(self, noun: str) -> Ways[bool]:
        """For each pair of words whether the noun can begin with it, cheaply asked; empty where it cannot."""
        if noun not in self.first_words:
            self.first_words[noun] = Ways([(True, Noun(noun, True))], self.openings)
        return self.first_words[noun]

    def over(self, tokens: Sequence[Token]) -> Parse[N]:
        return Parse(self, tokens)


class Parse(Generic[N]):
    """One text under a grammar; what a noun can be at a place is worked out once."""

    def __init__(self, grammar: Grammar[N], tokens: Sequence[Token]) -> None:
        self.grammar = grammar
        self.tokens = tokens
        # An empty word behind the last one fits no shape, so that no place needs to be compared with the end.
        self.words = [*(token.text for token in tokens), ""]
        self.pairs = grammar.openings.pairs(self.words)
        self.known: dict[tuple[str, Place], tuple[tuple[Place, N], ...]] = {}

    def at(self, noun: str, place: Place) -> tuple[tuple[Place, N], ...]:
        """Every reading of a noun from a place: where it ends and what it means, best rule first."""
        found = self.known.get((noun, place))
        if found is None:
            # The entry made first ends a left recursion: a noun cannot begin with itself.
            self.known[noun, place] = ()
            found = self.known[noun, place] = self._read(noun, place)
        return found

    def _read(self, noun: str, place: Place) -> tuple[tuple[Place, N], ...]:
        terminal = self.grammar.terminals.get(noun)
        read = list(terminal(self.tokens, place)) if terminal is not None else []
        branch = self.grammar.branch(noun)
        if branch is not None and place < len(self.tokens):
            ruled: list[tuple[int, Place, N]] = []
            branch.read(self, place, (), ruled)
            if len(ruled) > 1:
                ruled.sort(key=itemgetter(0))
            read += [(end, meaning) for _, end, meaning in ruled]
        return _once(read) if len(read) > 1 else tuple(read)
