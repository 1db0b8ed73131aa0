"""The scorer: a perfect reader gets everything, a careless one loses where it was careless."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.corpus import documents
from tests.reading.labels import Entry, Label, Labels, Span, Timing
from tests.reading.score import Score, measure, score, table
from tests.reading.wording import alike, same_bodies

ORDER = "Bộ Y tế ban hành thông tư trước ngày 1/7/2016; Bộ Tài chính cấp kinh phí trong quý IV/2016."


def an_entry(
    text: str,
    due: str = "2016-06-30",
    lead: tuple[str, ...] = ("Bộ Y tế",),
    phrase: str = "trước ngày 1/7/2016",
) -> Entry:
    start = ORDER.index(text)
    place = Span(start, start + len(text))
    return Entry(text, (place,), lead, (), phrase, Timing((due,)), "obligation")


CIRCULAR = an_entry("Bộ Y tế ban hành thông tư trước ngày 1/7/2016")
MONEY = an_entry(
    "Bộ Tài chính cấp kinh phí trong quý IV/2016", "2016-12-31", ("Bộ Tài chính",), "trong quý IV/2016"
)
LABELS = Labels(None, None, (Label(CIRCULAR), Label(MONEY)), ("ngày 5/5/2015",))


def test_a_perfect_reading_of_every_document_loses_nothing() -> None:
    for document in documents():
        labels = document.labels
        counted = score([label.entry for label in labels.obligations], labels)
        assert (counted.found, counted.right, counted.whole) == (counted.wanted,) * 3, document.name
        assert counted.offered == counted.wanted, document.name
        assert counted.misses == (), document.name


def test_a_reader_that_finds_nothing_gets_nothing() -> None:
    counted = score([], LABELS)
    assert (counted.dated_f1, counted.due, counted.end_to_end, counted.false_alarms) == (0, 0, 0, 0)
    assert len(counted.misses) == 2


def test_two_drafts_from_one_sentence_find_their_own_labels() -> None:
    whole = replace(CIRCULAR, text=ORDER, places=(Span(0, len(ORDER)),))
    other = replace(MONEY, text=ORDER, places=(Span(0, len(ORDER)),))
    assert score([other, whole], LABELS).whole == 2


def test_a_wrong_day_is_found_but_not_right() -> None:
    counted = score([replace(CIRCULAR, timing=Timing(("2016-07-01",))), MONEY], LABELS)
    assert (counted.found, counted.right, counted.whole) == (2, 1, 1)
    assert counted.due == 0.5


def test_a_wrong_lead_is_not_right_from_end_to_end() -> None:
    counted = score([replace(CIRCULAR, lead=("Bộ Công an",)), MONEY], LABELS)
    assert (counted.right, counted.whole) == (2, 1)
    assert counted.lead == 0.5


def test_a_lead_that_another_name_stands_for_is_right() -> None:
    labels = replace(LABELS, obligations=(Label(CIRCULAR, lead_alternatives=(("bộ này",),)), Label(MONEY)))
    assert score([replace(CIRCULAR, lead=("bộ này",)), MONEY], labels).whole == 2


def test_a_lead_that_the_text_leaves_open_is_not_scored() -> None:
    labels = replace(LABELS, obligations=(Label(CIRCULAR, lead_unstated=True), Label(MONEY)))
    assert score([replace(CIRCULAR, lead=("Bộ Công an",)), MONEY], labels).whole == 2


def test_a_date_of_a_document_taken_for_a_deadline_is_a_false_alarm() -> None:
    trap = Entry(
        "Nghị định",
        (Span(900, 909),),
        ("Bộ Y tế",),
        (),
        "ngày 5/5/2015",
        Timing(("2015-05-05",)),
        "obligation",
    )
    counted = score([CIRCULAR, MONEY, trap], LABELS)
    assert counted.alarms == 1
    assert counted.false_alarms == pytest.approx(1 / 3)
    assert counted.precision == pytest.approx(2 / 3)


def test_a_draft_made_twice_is_offered_twice_and_found_once() -> None:
    counted = score([CIRCULAR, CIRCULAR, MONEY], LABELS)
    assert (counted.offered, counted.found) == (3, 2)


def test_an_optional_label_neither_adds_nor_takes_away() -> None:
    labels = replace(LABELS, obligations=(Label(CIRCULAR), Label(MONEY, optional=True)))
    for drafts in ([CIRCULAR], [CIRCULAR, MONEY]):
        counted = score(drafts, labels)
        assert (counted.wanted, counted.offered, counted.found) == (1, 1, 1)


def test_a_recurrence_needs_its_rule_and_a_count_its_unit() -> None:
    monthly = Timing(recurrence="monthly", rule=frozenset({(0, 0, 5, 0, 1)}))
    assert monthly.agrees(monthly)
    assert not monthly.agrees(Timing(recurrence="monthly"))
    assert Timing(recurrence="monthly").agrees(monthly)
    assert not Timing(relative=(5, "working_day")).agrees(Timing(relative=(5, "day")))
    assert not Timing(relative=(5, "day")).agrees(Timing(("2016-07-01",), relative=(5, "day")))


def test_names_agree_whatever_the_keyboard_and_the_abbreviation() -> None:
    assert same_bodies(["Bộ Thông tin và Truyền thông"], ["Bộ TT&TT"]) == 1
    assert same_bodies(["Chủ tịch Uỷ ban nhân dân tỉnh Gia Lai"], ["UBND tỉnh Gia Lai"]) == 1
    assert same_bodies(["Bộ Y tế"], ["Bộ Tài chính"]) == 0
    assert same_bodies(["Bộ Y tế", "Bộ Tài chính"], ["Bộ Y tế"]) == pytest.approx(2 / 3)
    assert same_bodies([], []) == 1
    assert alike("Ðến hết quý I", "đến  hết quý I") == 1


def test_the_table_ends_with_the_means_and_the_sum() -> None:
    lines = list(table({"one": Score(2, 2, 2, 2, 2, 0, (1.0, 1.0)), "two": Score(2, 0, 0, 0, 0, 0)}))
    assert lines[-2].split()[:3] == ["mean", "0.500", "0.500"]
    assert lines[-1].split()[-1] == "2/4"


def test_the_program_reads_a_document_of_the_corpus() -> None:
    first = documents()[0]
    counted = measure([first])[first.name]
    assert counted.wanted == sum(label.counted for label in first.labels.obligations)
    assert counted.found > 0
