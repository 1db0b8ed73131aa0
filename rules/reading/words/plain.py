"""A text without the signs of its markup, as long as it was: only the words are read, and places stay what they are."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.reading.draft import Draft
from rules.reading.words.text import FULL_WIDTH

# Words go on over it ("**Bộ** Y tế" is one name); beside a space or a line's end a sign becomes a space.
NOTHING = "\u2060"
WIDE = re.compile("[\uff01-\uff5e]")
MARKUP = re.compile(r"[\\`*_~#<>\[]")
# The number of a page between two halves of a sentence, as copied text has it.
PAGE_NUMBER = re.compile(
    r"(?<=[^\s.;:!?…|])[ \t]*\r?\n\s*(?:[–—-] ?\d{1,4} ?[–—-]|(?:trang )?\d{1,4}(?:/\d{1,4})?)[ \t]*\r?\n\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
NOT_SPACE = re.compile(r"\S")
SHORTEST_LINE = 40  # signs: a shorter one above a number is a cell, or a title
ALONE = (
    # What Markdown keeps of HTML: how words look.
    re.compile(
        r"</?(?:br|b|i|u|em|strong|sup|sub|span|p|div|font|center)(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE
    ),
    # A heading's hashes and a quotation's angle brackets open their line.
    re.compile(r"^ {0,3}#{1,6}(?=[ \t])|^ {0,3}>(?:[ ]?>){0,4}(?=[ \t])", re.MULTILINE),
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>~-])"),
    # Doubled marks and code marks mean nothing else beside a word.
    re.compile(r"(?<!\*)\*{2,3}(?=[^\s*|])|(?<=[^\s*|])\*{2,3}(?!\*)"),
    re.compile(r"(?<![\w])__(?=[^\W_])|(?<=[^\s_|])__(?!\w)|~~(?=[^\s~])|(?<=[^\s~])~~|`{1,3}"),
)
# A single mark only with its fellow: alone it opens an entry, or points to a footnote. A link's address is not said.
TOGETHER = (
    re.compile(
        r"(?<![\w*])(\*)(?=[\w\"“])(?:[^*\n]|\n(?=[^\s*])){1,1000}?(?<=[\w\"”.,;:!?)%\u2060 ])(\*)(?![\w*])"
    ),
    re.compile(r"(?<!\w)(_)(?=[^\W_]|[\"“])(?:[^_\n]|\n(?=[^\s_])){1,1000}?(?<=[^\s_])(_)(?!\w)"),
    re.compile(r"(\[)[^\[\]\n]{1,300}(\]\((?:https?://|mailto:|[/#.])[^()\s]{0,500}\))"),
)


def plain(text: str) -> str:
    """The text with Markdown's signs made invisible and full-width signs narrow, code point for code point."""
    # Looked for first: translating a whole document costs more than the search.
    words = text.translate(FULL_WIDTH) if WIDE.search(text) else text
    words = PAGE_NUMBER.sub(_without_number, words)
    if MARKUP.search(words) is None:
        return words
    words = _without_comments(words)
    for signs in ALONE:
        words = signs.sub(lambda found: _unseen(found, 0), words)
    for signs in TOGETHER:
        words = signs.sub(_without_both, words)
    return words


def _without_comments(text: str) -> str:
    """Comments as HTML has them say nothing; one that never ends is none."""
    parts, end = [], 0
    while (start := text.find("<!--", end)) >= 0 and (last := text.find("-->", start)) >= 0:
        parts += [text[end:start], NOT_SPACE.sub(" ", text[start : last + 3])]
        end = last + 3
    return "".join([*parts, text[end:]])


def _without_number(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    line = text.rfind("\n", 0, start) + 1
    if start - line < SHORTEST_LINE or not text[end].islower():
        return found[0]
    return "\n".rjust(end - start)


def _without_both(found: re.Match[str]) -> str:
    between = found.string[found.end(1) : found.start(2)]
    return f"{_unseen(found, 1)}{between}{_unseen(found, 2)}"


def _unseen(found: re.Match[str], group: int) -> str:
    text, (start, end) = found.string, found.span(group)
    beside_words = start > 0 and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
    return (NOTHING if beside_words and found[group][:3].lower() != "<br" else " ") * (end - start)


def as_given(draft: Draft, text: str) -> Draft:
    """The draft of a plain text with its quotes as the given text has them."""
    return replace(
        draft,
        obligations=tuple(replace(one, quote=text[one.start : one.end]) for one in draft.obligations),
        unread=tuple(replace(one, text=text[one.start : one.end]) for one in draft.unread),
        passed=tuple(replace(one, text=text[one.start : one.end]) for one in draft.passed),
    )
