"""The day on which a web page says that it was published."""

from __future__ import annotations

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_PUBLISHED = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name=pubdate]", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("[itemprop=datePublished]", "datetime"),
    ("[itemprop=datePublished]", "content"),
    ("article time[datetime]", "datetime"),
)


def published_on(page: LexborHTMLParser, text: str) -> date | None:
    """By its head, its article, or its data for search engines; None where none of them says."""
    for selector, attribute in _PUBLISHED:
        for node in page.css(selector):
            found = _day(node.attributes.get(attribute) or "")
            if found is not None:
                return found
    match = _JSON_DAY.search(text)
    return _day(match[1]) if match else None


def _day(words: str) -> date | None:
    match = _DAY.match(words.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
