"""What an instrument says of older ones: it continues, amends or replaces them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rules.reading.draft import Cited, Links
from rules.reading.head.mentions import KIND_WORDS, cited_in
from rules.reading.words.text import fold

# A sentence ends with its sign before a capital; "số 05/CT-UBND. Điều 2" is two.
_SENTENCE = re.compile(
    r"(?<=[.;:])\s+(?=[^\W\d_a-zà-ỹđ])|\n\s*\n|\n(?=\s*(?:Điều|Chương|Mục|[0-9]+[.)]|[-+•])\s)"
)
_MARKER = re.compile(
    r"^(?:(?:điều|khoản|chương|mục)\s+[0-9ivx]+|[0-9]+(?:\.[0-9]+)*|[a-zđ])\s*[.):]\s*|^[-+•*]\s*"
)
_ARTICLE = re.compile(r"^\s*Điều\s+[0-9]+\s*[.:]?\s*$", re.IGNORECASE)
_ITSELF = re.compile(rf"\b(?:{KIND_WORDS}) này\b|\bcó hiệu lực\b")
_REPLACES = re.compile(r"\b(?:thay thế|bãi bỏ|hủy bỏ|thay cho)\b")
_REPEALS = re.compile(rf"^(?:bãi bỏ|hủy bỏ)\s+(?:toàn bộ\s+|một phần\s+)?(?:{KIND_WORDS})\b")
_ENDED = re.compile(r"\bhết hiệu lực\b")
_AMENDS = re.compile(r"\b(?:sửa đổi|bổ sung|điều chỉnh|đính chính|gia hạn)\b")
_CONTINUES = re.compile(
    r"^(?:về việc |v/v )?(?:(?:kế hoạch|chương trình|để|nhằm|tiếp tục|triển khai|tổ chức|tăng cường|đẩy mạnh|chỉ đạo|"
    r"hướng dẫn|ban hành|kế hoạch hành động)\s+)*(?:thực hiện|triển khai|thi hành)\b"
)
# What is told to be done to other instruments is a duty, not this one's own past.
_TOLD = re.compile(r"\b(?:trình|ban hành|xây dựng|soạn thảo|nghiên cứu|đề xuất|tham mưu|rà soát)\b")
_NEAR = 120
# A sentence without any of these says nothing of an older instrument's end or change.
_CHANGES = (
    "thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "hết hiệu lực", "sửa đổi", "bổ sung", "điều chỉnh", "đính chính", "gia hạn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written and folded; ``begins``: it is the first of an article."""

    text: str
    words: str
    begins: bool

    @property
    def bare(self) -> str:
        """The folded words without the marker before them."""
        return _MARKER.sub("", self.words)


def links_of(text: str, title: str, preamble: Sequence[str], number: str | None) -> Links:
    """What the document of this ``number`` says of older ones; ``preamble``: its lines before the first duty."""
    sentences = list(_sentences(text))
    amended = [*_behind(_AMENDS, title, fold(title)), *_of_articles(sentences, _AMENDS)]
    replaced = [*_behind(_REPLACES, title, fold(title)), *_of_articles(sentences, _REPLACES)]
    for sentence in sentences:
        replaced.extend(_replaced(sentence, number))
        amended.extend(_amended_by_number(sentence, number))
    replaces = _each_once(replaced, number, ())
    amends = _each_once(amended, number, replaces)
    continued = [found for line in (title, *preamble) for found in _continued(line)]
    return Links(_each_once(continued, number, (*replaces, *amends)), amends, replaces)


def _sentences(text: str) -> Iterator[Sentence]:
    """The sentences that speak of a change."""
    begins = False
    for sentence in _SENTENCE.split(text):
        if _ARTICLE.match(sentence):
            begins = True
        elif sentence.strip():
            words = fold(sentence)
            if any(change in words for change in _CHANGES):
                yield Sentence(sentence, words, begins)
            begins = False


def _of_articles(sentences: Iterable[Sentence], shape: re.Pattern[str]) -> Iterator[Cited]:
    """ "Điều 1. Sửa đổi, bổ sung …", "Điều 3. Bãi bỏ …": the article itself does it."""
    for sentence in sentences:
        if sentence.begins and shape.match(sentence.bare):
            yield from _behind(shape, sentence.text, sentence.words)


def _replaced(sentence: Sentence, number: str | None) -> Iterator[Cited]:
    """ "Quyết định này … thay thế …", "Thông tư số … hết hiệu lực kể từ ngày Thông tư này …"."""
    words = sentence.words
    ended = _ENDED.search(words)
    if ended and _ITSELF.search(words):
        yield from cited_in(sentence.text[: _place(sentence.text, words, ended.start())])
    verb = _REPLACES.search(words)
    before = words[: verb.start()] if verb else ""
    if _REPEALS.match(sentence.bare):
        yield from cited_in(sentence.text)
    elif verb and (_ITSELF.search(before) or _names(before, number)) and not _TOLD.search(before[-24:]):
        yield from _behind(_REPLACES, sentence.text, words)


def _amended_by_number(sentence: Sentence, number: str | None) -> Iterator[Cited]:
    """ "Quyết định 1629 bổ sung Quyết định 509": news names both."""
    words = sentence.words
    verb = _AMENDS.search(words)
    if verb and number and _names(words[: verb.start()], number) and not _TOLD.search(words[: verb.start()]):
        yield from _behind(_AMENDS, sentence.text, words)


def _continued(line: str) -> Iterator[Cited]:
    """ "Thực hiện Nghị quyết số 36a/NQ-CP …, Chủ tịch … chỉ thị": what the document is there to carry out."""
    words = _MARKER.sub("", fold(line))
    verb = _CONTINUES.match(words)
    if verb is None:
        return
    first = next(cited_in(line), None)
    if first is not None and 0 <= words.find(fold(first.text)) - verb.end() <= _NEAR:
        yield first


def _behind(shape: re.Pattern[str], sentence: str, words: str) -> Iterator[Cited]:
    """What the sentence of these folded words names behind the first such verb."""
    verb = shape.search(words)
    if verb is not None:
        yield from cited_in(sentence[_place(sentence, words, verb.end()) :])


def _place(sentence: str, words: str, at: int) -> int:
    """Where a place of the folded words lies in the sentence, to the word."""
    passed = len(words[:at].split())
    found = [part.end() for part in re.finditer(r"\S+", sentence)]
    return found[passed - 1] if 0 < passed <= len(found) else 0


def _names(words: str, number: str | None) -> bool:
    return (
        number is not None and re.search(rf"(?<![\w/]){re.escape(fold(number))}(?![\w])", words) is not None
    )


def _each_once(found: Iterable[Cited], number: str | None, others: Sequence[Cited]) -> tuple[Cited, ...]:
    taken = {fold(other.number) for other in others} | ({fold(number)} if number else set())
    kept: dict[str, Cited] = {}
    for one in found:
        key = fold(one.number)
        if key not in taken and (key not in kept or kept[key].issued is None):
            kept[key] = one
    return tuple(kept.values())
