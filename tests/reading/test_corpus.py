"""The labels themselves: a wrong label would teach the reader a mistake."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.reading.constructions import CONSTRUCTIONS, even
from tests.reading.corpus import DOCUMENTS, LabelledDocument, documents

ALL = documents()
EACH = pytest.mark.parametrize("document", ALL, ids=lambda each: each.name)
LEAST_DOCUMENTS, LEAST_OBLIGATIONS = 40, 320
KINDS = {
    "resolution",
    "decision",
    "directive",
    "dispatch",
    "circular",
    "conclusion",
    "plan",
    "letter",
    "news",
}
FIELDS = {
    "e-government",
    "health",
    "banking",
    "education",
    "transport",
    "agriculture",
    "environment",
    "tax and customs",
    "labour",
    "construction",
    "public investment",
    "defence of cyber security",
    "culture and tourism",
    "justice",
    "disaster prevention",
    "energy",
    "social insurance",
}
RECURRENCES = {
    "yearly",
    "semiannual",
    "quarterly",
    "monthly",
    "weekly",
    "daily",
    "continuous",
    "periodic",
    "ad_hoc",
}
LABEL_KINDS = {"obligation", "report", "milestone", "target", "forecast"}
UNITS = {"hour", "day", "working_day", "week", "month", "year"}
BEFORE = re.compile(r"^trước (?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$")
AT_THE_LATEST = re.compile(
    r"^(?:chậm nhất|muộn nhất|đến|không muộn hơn)(?: là| vào| hết)? (?:ngày )?"
    r"(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$"
)
OLD_TONES = re.compile("hoá|Uỷ|khoá|toà")


def test_there_are_enough_documents_and_obligations() -> None:
    assert len(ALL) >= LEAST_DOCUMENTS
    assert sum(len(document.labels.obligations) for document in ALL) >= LEAST_OBLIGATIONS


def test_every_kind_of_document_and_every_field_is_there() -> None:
    assert {document.kind for document in ALL} == KINDS
    assert {document.field for document in ALL} == FIELDS
    assert {document.level for document in ALL} == {"central", "ministry", "province", "news"}


def test_the_index_lists_every_file_and_no_other() -> None:
    files = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))
    assert files == sorted(document.name for document in ALL)
    assert files == sorted(path.stem for path in DOCUMENTS.glob("*.json"))


@EACH
def test_a_label_is_an_exact_stretch_of_the_text(document: LabelledDocument) -> None:
    for label in document.labels.obligations:
        place = label.entry.places[0]
        assert document.text[place.start : place.end] == label.entry.text
        assert label.entry.phrase in document.text


@EACH
def test_bodies_are_named_as_the_text_names_them(document: LabelledDocument) -> None:
    whole = " ".join(document.text.split())
    for label in document.labels.obligations:
        for name in (*label.entry.lead, *label.entry.cooperating):
            assert name in whole


@EACH
def test_a_label_says_who(document: LabelledDocument) -> None:
    for label in document.labels.obligations:
        assert label.entry.lead or label.lead_unstated or label.entry.kind == "target", label.entry.text


@EACH
def test_days_and_words_of_a_label_are_valid(document: LabelledDocument) -> None:
    for label in document.labels.obligations:
        timing = label.entry.timing
        for day in timing.days:
            assert date.fromisoformat(day) >= document.published, label.entry.phrase
        if timing.earliest and timing.days:
            assert timing.earliest <= timing.days[0], label.entry.phrase
        assert timing.recurrence in RECURRENCES | {None}
        assert label.entry.kind in LABEL_KINDS
        assert not timing.relative or timing.relative[1] in UNITS
        assert not timing.dated or label.entry.phrase
        for month, of_quarter, day_, weekday, _ in timing.rule:
            assert 0 <= month <= 12
            assert 0 <= of_quarter <= 3
            assert 0 <= day_ <= 31
            assert 0 <= weekday <= 7
            assert day_ or weekday


def stated_day(phrase: str) -> date | None:
    """The last day of the plainest phrases, reckoned here a second time."""
    plainly = even(phrase)
    if strictly := BEFORE.match(plainly):
        day, month, year = (int(figure) for figure in strictly.groups())
        return date(year, month, day) - timedelta(days=1)
    if included := AT_THE_LATEST.match(plainly):
        day, month, year = (int(figure) for figure in included.groups())
        return date(year, month, day)
    return None


def test_the_plainest_phrases_have_the_day_that_they_say() -> None:
    checked = 0
    for document in ALL:
        for label in document.labels.obligations:
            said = stated_day(label.entry.phrase)
            if said is not None:
                assert label.entry.timing.days[0] == said.isoformat(), (document.name, label.entry.phrase)
                checked += 1
    assert checked >= 70


@EACH
def test_what_must_not_become_a_deadline_stands_in_the_text_and_is_no_deadline(
    document: LabelledDocument,
) -> None:
    labels = document.labels
    phrases = {label.entry.phrase for label in labels.obligations}
    assert len(labels.distractors) >= 1
    for distractor in labels.distractors:
        assert distractor in document.text
        assert distractor not in phrases


@EACH
def test_the_day_of_a_document_is_its_own_or_the_news_day(document: LabelledDocument) -> None:
    assert document.labels.published == document.published
    assert document.labels.issued in {document.published, None}
    assert (document.labels.issued is None) == (document.kind == "news")


def has_oddity(path: Path, oddity: str) -> bool:
    """Whether the bytes of this file are odd in this way."""
    text = path.read_bytes().decode("utf-8")
    body = text.removeprefix("\ufeff")
    match oddity:
        case "nfd":
            return unicodedata.is_normalized("NFD", body) and not unicodedata.is_normalized("NFC", body)
        case "bom":
            return body != text
        case "crlf":
            return "\r\n" in text and "\n" not in text.replace("\r\n", "")
        case "wrapped":
            return max(len(line) for line in text.splitlines()) <= 120
        case "old-tones":
            return bool(OLD_TONES.search(text))
    signs = {
        "nbsp": "\u00a0",
        "soft-hyphens": "\u00ad",
        "dashes": "\u2013",
        "eth": "\u00d0",
        "double-spaces": "  ",
    }
    return signs[oddity] in text


def test_the_bytes_are_as_odd_as_the_index_says() -> None:
    seen = set()
    for document in ALL:
        for oddity in document.oddities:
            assert has_oddity(DOCUMENTS / f"{document.name}.txt", oddity), (document.name, oddity)
            seen.add(oddity)
    assert len(seen) == 10


@EACH
def test_a_document_holds_the_constructions_that_the_index_says(document: LabelledDocument) -> None:
    absent = [
        name for name in document.constructions if not CONSTRUCTIONS[name](document.text, document.labels)
    ]
    assert absent == []


def test_every_construction_is_met_at_least_twice() -> None:
    met = [name for document in ALL for name in document.constructions]
    assert sorted(name for name in CONSTRUCTIONS if met.count(name) < 2) == []
