"""HTML pages: the article found among menus and teasers, its paragraphs and tables in order, through selectolax."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable, squared
from monitor.documents.kinds import names_columns
from monitor.documents.published import published_on
from monitor.documents.spans import spread

_NOISE = (
    "script, style, noscript, template, iframe, svg, nav, aside, form, button, select, footer, figure > img, "
    "[hidden], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [aria-hidden=true], "
    "textarea, [style*='display:none'], [style*='display: none'], [style*='visibility:hidden'], "
    "[style*='visibility: hidden']"
)
_LINKS = "a[href]:not([href^='#'])"  # an anchor that only names a place is none
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
        ),
        *("pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA", re.IGNORECASE)
_HEADS = frozenset({"h1", "h2", "body"})
_TEASER = 0.7  # of a box's words are links, the rest its head and days
_DEEPEST = 200  # boxes within boxes: pages have some dozens
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_webpage(text: str) -> Content:
    """The page's article; raises Unreadable for a page without any words."""
    page = LexborHTMLParser(text)
    published = published_on(page, text)
    for node in page.css(_NOISE):
        node.decompose()
    body = page.body
    blocks = tuple(_told(_article(body))) if body is not None else ()
    if not blocks:
        raise Unreadable(
            "is a page without text in it (it may be written by its scripts): save the text instead"
        )
    return Content(blocks, published)


def _article(body: LexborNode) -> LexborNode:
    """The smallest element that holds three quarters of the words that are no links."""
    whole = _plain_words(body)
    place = body
    for _ in range(_DEEPEST):
        held = [
            (words, child) for child in _children(place) if (words := _plain_words(child)) >= whole * 0.75
        ]
        if not held or held[0][1].tag not in {
            "article",
            "main",
            "section",
            "div",
            "table",
            "tbody",
            "tr",
            "td",
            "center",
        }:
            return place
        if held[0][1].tag == "table" and _is_grid(held[0][1]):
            return place
        if _MOTTO.search(place.text(deep=True)) and not _MOTTO.search(held[0][1].text(deep=True)):
            return place  # the head of an instrument stands beside its text
        place = held[0][1]
    return place


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _plain_words(node: LexborNode) -> int:
    """How many signs stand in the element outside links: menus are links, articles are not."""
    return len(_SPACE.sub(" ", node.text(deep=True))) - _linked_words(node)


def _linked_words(node: LexborNode) -> int:
    return sum(len(_SPACE.sub(" ", link.text(deep=True)).strip()) for link in node.css(_LINKS))


def _is_teaser(node: LexborNode) -> bool:
    """Whether a box inside the article, or a paragraph, is next to nothing but links to other articles."""
    if node.tag in _HEADS or not (linked := _linked_words(node)):
        return False
    return linked >= len(_SPACE.sub(" ", node.text(deep=True)).strip()) * _TEASER


def _told(article: LexborNode) -> Iterator[Block]:
    """What the article says; teasers too where there is nothing else, as on a page that only lists."""
    told = list(_Pile(with_teasers=False).blocks(article))
    yield from told or _blocks(article)


def _blocks(node: LexborNode) -> Iterator[Block]:
    """The element's paragraphs and tables."""
    yield from _Pile(with_teasers=True).blocks(node)


class _Pile:
    """Gathers inline words until a block begins or ends."""

    def __init__(self, *, with_teasers: bool) -> None:
        self._words: list[str] = []
        self._with_teasers = with_teasers

    def blocks(self, node: LexborNode) -> Iterator[Block]:
        yield from self._inside(node)
        yield from self._done()

    def _inside(self, node: LexborNode) -> Iterator[Block]:
        child = node.child
        while child is not None:
            if child.is_text_node:
                self._words.append(child.text_content or "")
            elif child.tag == "br":
                yield from self._done()
            elif child.tag == "table" and _is_grid(child):
                yield from self._done()
                yield from _grid(child)
            elif child.tag in _BLOCKS:
                yield from self._done()
                if child.tag == "pre":
                    yield from _printed(child)
                elif self._with_teasers or not _is_teaser(child):
                    yield from self._inside(child)
                yield from self._done()
            elif child.is_element_node:
                yield from self._inside(child)
            child = child.next

    def _done(self) -> Iterator[Block]:
        text = _SPACE.sub(" ", "".join(self._words)).strip(" ")
        self._words = []
        if text.strip():
            yield Paragraph(text)


def _printed(node: LexborNode) -> Iterator[Block]:
    """Text that stands as it was typed, line by line."""
    lines = (line.strip() for line in node.text(deep=True).splitlines())
    yield from (Paragraph(line) for line in lines if line)


def _is_grid(table: LexborNode) -> bool:
    """Whether it is a table of values, not one that lays out the page: two rows, three columns, no such table inside.

    A head that names an annex's columns is proof enough, whatever its cells hold.
    """
    rows = [[cell for cell in _children(row) if cell.tag in {"td", "th"}] for row in _rows(table)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if any(
        names_columns([_SPACE.sub(" ", cell.text(deep=True)).strip() for cell in cells]) for cells in rows[:2]
    ):
        return True
    inner = [node for node in table.css("table") if node != table]
    return max(map(len, rows)) > 2 and not any(map(_is_grid, inner))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The table's own rows, without those of tables in its cells."""
    for child in _children(table):
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in _children(child) if row.tag == "tr")


def _grid(table: LexborNode) -> Iterator[Block]:
    rows = []
    for row in _rows(table):
        cells = [child for child in _children(row) if child.tag in {"td", "th"}]
        rows.append([(_words(cell), _span(cell, "rowspan"), _span(cell, "colspan")) for cell in cells])
    yield Grid(squared(spread(rows)))


def _words(cell: LexborNode) -> str:
    """What stands in the cell; the rows of a table in it become lines."""
    return "\n".join(_lines(cell))


def _lines(cell: LexborNode) -> Iterator[str]:
    for block in _blocks(cell):
        match block:
            case Paragraph(text):
                yield text
            case Grid(rows):
                yield from (" ".join(part for part in row if part) for row in rows)


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(int(value), 1000) if value.isascii() and value.isdigit() and int(value) > 0 else 1
