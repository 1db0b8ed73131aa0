"""Draft files: written and read back without loss, deadlines in words where they read alike and as tables where not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.drafts.drafting import drafted, instrument_id
from monitor.drafts.file import DraftFile, Entry, Note, read_draft
from monitor.drafts.notation import table_lines, written
from monitor.drafts.revising import NotThus, corrected, merged, split, split_by_lead
from monitor.drafts.terms import written_term
from monitor.drafts.weighing import weighed
from monitor.library import load_library
from monitor.origins import Tree
from rules.library import Catalogue
from rules.reading.document import read_document
from rules.reading.draft import Draft, DraftInstrument, DraftObligation, Issuer, Links, UnreadPhrase
from rules.reading.head.mentions import cited_in
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Term, Within

SAID = date(2016, 4, 1)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
values = st.recursive(
    texts | st.booleans() | st.integers(-(2**53), 2**53) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@cache
def catalogue() -> Catalogue:
    return load_library(["builtin"], None).catalogue


@given(values)
def test_every_value_is_read_back_as_it_was(value: object) -> None:
    assert tomllib.loads(f"a = {written(value)}") == {"a": value}  # type: ignore[arg-type]


@given(st.dictionaries(texts, values, max_size=5))
def test_every_table_is_read_back_as_it_was(table: dict[str, object]) -> None:
    lines = table_lines("x", table, repeated=True)  # type: ignore[arg-type]
    assert tomllib.loads("\n".join(lines)) == {"x": [table]}


HEAD: Tree = {
    "id": "cv-1",
    "kind": "dispatch",
    "title": "T",
    "issuer": "chinh-phu",
    "issued": SAID,
    "source": "s",
}


def a_draft(*entries: Entry) -> DraftFile:
    return DraftFile(HEAD, entries)


def an_entry(id_: str = "1", **table: object) -> Entry:
    return Entry({"id": id_, "task": "Báo cáo", "lead": ["bo-y-te"], **table})  # type: ignore[dict-item]


def test_a_draft_file_is_read_back_with_its_notes_and_decisions() -> None:
    first = replace(
        an_entry(quote='"a"\n[[obligation]]\n# doubt: no'), notes=(Note("doubt", "why"), Note("sure", "9%"))
    )
    second = replace(an_entry("2"), decision="accepted")
    third = replace(an_entry("3"), decision="dropped")
    draft = replace(
        a_draft(first, second, third),
        notes=(Note("read from", "x"), Note("passed over", "z"), Note("not read", "y")),
    )
    again = read_draft(draft.written())
    assert again.head == draft.head
    assert [entry.table for entry in again.entries] == [entry.table for entry in draft.entries]
    assert again.entries[0].notes == first.notes
    assert [entry.decision for entry in again.entries] == ["open", "accepted", "dropped"]
    assert again.notes == draft.notes
    assert again.written() == draft.written()


def test_keys_that_the_review_does_not_know_are_kept() -> None:
    figure = {"roster": "ministries", "done": 1, "as_of": SAID, "source": "s"}
    ruling = {"last_day": SAID, "by": "lan", "on": SAID, "reason": "r"}
    draft = a_draft(
        an_entry(figure=[figure, figure], ruling=ruling, original={"last_day": SAID, "source": "s"})
    )
    assert read_draft(draft.written()).entries[0].table == draft.entries[0].table


def test_a_reviewed_file_holds_what_was_accepted_and_no_comment() -> None:
    accepted = replace(an_entry(), decision="accepted", notes=(Note("doubt", "x"),))
    draft = a_draft(accepted, replace(an_entry("2"), decision="dropped"), an_entry("3"))
    text = draft.written(reviewed=True)
    assert "#" not in text
    assert [table["id"] for table in tomllib.loads(text)["obligation"]] == ["1"]


TERMS: list[Term] = [
    OnDay(date(2016, 6, 30)),
    Within(date(2016, 6, 1), date(2016, 6, 30)),
    Within(date(2016, 2, 1), date(2016, 2, 29)),
    Within(date(2016, 10, 1), date(2016, 12, 31)),
    Within(date(2016, 7, 1), date(2016, 12, 31)),
    Within(date(2016, 1, 1), date(2016, 12, 31)),
    After(15, "working_day", "issued"),
    After(3, "month", "receipt"),
    Every("year", (DayOfPeriod(31, 3),), 1),
    Every("year", (DayOfPeriod(14, 6), DayOfPeriod(30, 11))),
    Every("year", (DayOfPeriod(14, 7), DayOfPeriod(19, 1, later=1))),
    Every("quarter", (DayOfPeriod(0, 1), DayOfPeriod(10, 2, later=2)), 1),
    Every("year", (DayOfPeriod(0, 2),)),
    Every("quarter", (DayOfPeriod(20, 3),)),
    Every("quarter", (DayOfPeriod(0, 1),), 1),
    Every("month", (DayOfPeriod(25),)),
    Every("month", (DayOfPeriod(0),), 1),
    Every("week", (DayOfPeriod(5),)),
    Continuous(),
    Continuous(date(2016, 1, 1), date(2020, 12, 31)),
]


@pytest.mark.parametrize("term", TERMS, ids=str)
def test_a_term_without_words_is_written_as_a_table_that_means_the_same(term: Term) -> None:
    found = written_term(DraftObligation("q", 0, 1, "t", term=term), SAID, None, catalogue().workdays.tet)
    entry = an_entry(deadline=found.deadline)
    obligation = weighed(a_draft(entry), entry, catalogue()).obligation
    assert obligation is not None
    if term == Every("year", (DayOfPeriod(0, 2),)):
        assert obligation.term in {Every("year", (DayOfPeriod(28, 2),)), Every("year", (DayOfPeriod(29, 2),))}
    elif isinstance(term, Every) and term.days[0].day == 0 and term.period == "quarter":
        assert obligation.term in {term, replace(term, days=(DayOfPeriod(31, 1), *term.days[1:]))}
    else:
        assert obligation.term == term


def test_a_span_that_is_no_calendar_period_is_written_as_its_last_day() -> None:
    term = Within(date(2016, 3, 1), date(2016, 8, 31))
    found = written_term(DraftObligation("q", 0, 1, "t", term=term), SAID, None, catalogue().workdays.tet)
    assert found.deadline == {"day": date(2016, 8, 31)}


def test_words_that_read_otherwise_in_a_rule_file_are_not_written_there() -> None:
    """News of 2018 about a paper of 2016: "trước ngày 1/7" is said on the day of the news."""
    draft = DraftObligation("q", 0, 1, "t", deadline_phrase="trước ngày 1/7", term=OnDay(date(2018, 6, 30)))
    tet = catalogue().workdays.tet
    assert written_term(draft, date(2016, 4, 1), date(2018, 4, 1), tet).deadline == {"day": date(2018, 6, 30)}
    assert written_term(draft, date(2018, 4, 1), None, tet).deadline == "trước ngày 1/7"


def test_signs_that_no_rule_file_may_hold_are_left_out() -> None:
    found = DraftObligation(
        "a\u202eb\r\nc", 0, 6, "t\u200bt\x07", lead=("Bộ Y tế\u202e",), notes=("n\u2028n",)
    )
    unread = UnreadPhrase(0, 1, "x\x1b[31m", "y")
    draft = drafted(
        Draft(DraftInstrument(title="T\u200b"), (found,), (unread,)), "a\u202e.txt", catalogue(), SAID
    )
    text = draft.written()
    assert not any(sign in text for sign in "\u202e\u200b\x07\x1b\u2028\r")
    assert draft.entries[0].text("quote") == "ab\nc"


@pytest.mark.parametrize(
    ("number", "kind", "day", "expected"),
    [
        ("23/NQ-CP", "resolution", date(2016, 3, 30), "nq-23-2016"),
        ("7a/CT-TTg", "directive", None, "ct-7a"),
        (None, "notice", date(2016, 3, 30), "cong-van-mat"),
        (None, None, None, "cong-van-mat"),
    ],
)
def test_an_id_tells_kind_number_and_year_or_else_the_file(
    number: str | None, kind: str | None, day: date | None, expected: str
) -> None:
    found = DraftInstrument(number=number, kind=kind, issued=day)  # type: ignore[arg-type]
    assert instrument_id(found, None, "Công văn mật.docx") == expected


@given(st.text(max_size=200))
def test_whatever_is_read_is_written_so_that_it_can_be_read_again(text: str) -> None:
    draft = drafted(
        read_document(f"Bộ Y tế {text} trước ngày 1/7/2016", SAID, catalogue()), "x.txt", catalogue(), SAID
    )
    again = read_draft(draft.written())
    assert again.head == draft.head
    assert [entry.table for entry in again.entries] == [entry.table for entry in draft.entries]


def test_a_day_typed_for_a_deadline_is_that_day() -> None:
    entry = an_entry(deadline="trong quý IV/2016", last_day=date(2016, 12, 31))
    changed = corrected(a_draft(entry), entry, "deadline", "2016-07-02", catalogue())
    assert changed.table["deadline"] == {"day": date(2016, 7, 2)}
    assert changed.table["last_day"] == date(2016, 7, 2)
    undated = corrected(a_draft(entry), changed, "deadline", "", catalogue())
    assert "deadline" not in undated.table
    assert "last_day" not in undated.table


def test_a_corrected_deadline_ends_a_ruling_on_the_old_one() -> None:
    ruling = {"last_day": SAID, "by": "lan", "on": SAID, "reason": "r"}
    entry = an_entry(deadline="chậm nhất trước ngày 20/12/2016", ruling=ruling)
    assert "ruling" not in corrected(a_draft(entry), entry, "deadline", "trong năm 2016", catalogue()).table


def test_what_is_merged_stands_in_both_places() -> None:
    one, two = an_entry("1", clause="Điều 2"), an_entry("2", clause="Điều 3")
    assert merged(a_draft(one, two), 1).entries[0].table["clause"] == "Điều 2; Điều 3"
    assert merged(a_draft(one, an_entry("2")), 1).entries[0].table["clause"] == "Điều 2"
    assert "clause" not in merged(a_draft(an_entry("1"), an_entry("2")), 1).entries[0].table


def test_merging_and_splitting_keep_every_word() -> None:
    one, two = (
        an_entry("1", quote="a"),
        Entry({"id": "2", "task": "Rà soát", "lead": ["bo-noi-vu"], "quote": "b"}),
    )
    together = merged(a_draft(one, two), 1)
    assert together.entries[0].table["quote"] == "a […] b"
    assert together.entries[0].table["lead"] == ["bo-y-te", "bo-noi-vu"]
    apart = split_by_lead(together, 0)
    assert [entry.table["lead"] for entry in apart.entries] == [["bo-y-te"], ["bo-noi-vu"]]
    assert [entry.text("id") for entry in apart.entries] == ["1", "1b"]
    assert [entry.text("id") for entry in split(apart, 0, ("x", "y", "z")).entries] == ["1", "1c", "1d", "1b"]


@pytest.mark.parametrize("place", [0])
def test_what_cannot_be_merged_or_split_is_refused(place: int) -> None:
    draft = a_draft(an_entry())
    with pytest.raises(NotThus):
        merged(draft, place)
    with pytest.raises(NotThus):
        split_by_lead(draft, place)
    with pytest.raises(NotThus):
        split(draft, place, ("one",))


COUNTED = """NGHỊ QUYẾT
Số: 19/NQ-CP
Hà Nội, ngày 28 tháng 4 năm 2016
1. Bộ Y tế báo cáo Chính phủ trong thời hạn 30 ngày kể từ ngày Nghị quyết này có hiệu lực.
2. Bộ Tài chính trả lời trong thời hạn 10 ngày kể từ ngày nhận được văn bản.
3. Nghị quyết này có hiệu lực từ ngày 10 tháng 5 năm 2016.
"""


def test_a_period_from_the_day_it_takes_effect_keeps_that_day() -> None:
    found = read_document(COUNTED, None, catalogue())
    draft = drafted(found, "nq.txt", catalogue(), None, COUNTED)
    assert draft.head["effective"] == date(2016, 5, 10)
    assert [entry.table.get("last_day") for entry in draft.entries] == [date(2016, 6, 9), None]
    assert [weighed(draft, entry, catalogue()).is_good for entry in draft.entries] == [True, True]


@pytest.mark.parametrize(
    ("named", "held"),
    [
        ("Nghị quyết số 36a/NQ-CP ngày 14/10/2015", "nq-36a-2015"),
        ("Nghị quyết số 36a/NQ-CP", "nq-36a-2015"),
        ("Nghị quyết 36a", "nq-36a-2015"),
        ("Nghị quyết số 36a/NQ-CP ngày 14/10/2019", None),
        ("Chỉ thị 36a", None),
        ("Chỉ thị số 7/CT-TTg ngày 2/3/2014", None),
    ],
)
def test_an_older_instrument_is_linked_where_its_number_and_year_are_ours(
    named: str, held: str | None
) -> None:
    cited = next(cited_in(named))
    found = DraftInstrument("directive", "9/CT-TTg", date(2016, 5, 4), links=Links(continues=(cited,)))
    draft = drafted(Draft(found), "chi-thi.txt", catalogue())
    assert draft.head.get("continues") == ([held] if held else None)
    missing = [
        note.text for note in draft.notes if note.label == "missing" and note.text.startswith("continues")
    ]
    assert len(missing) == (held is None)


def test_an_older_instrument_that_we_do_not_hold_is_told_with_the_id_that_it_would_have() -> None:
    links = Links(replaces=tuple(cited_in("Chỉ thị số 7/CT-TTg ngày 2/3/2014")))
    draft = drafted(Draft(DraftInstrument(links=links)), "chi-thi.txt", catalogue())
    told = [note.text for note in draft.notes if note.text.startswith("replaces")]
    assert told == [
        "replaces: Chỉ thị số 7/CT-TTg ngày 2/3/2014 is not in the catalogue; its file would have the id ct-7-2014"
    ]


def test_a_day_that_a_rule_file_cannot_reckon_is_a_doubt_and_no_check() -> None:
    draft = drafted(read_document(COUNTED, None, catalogue()), "nq.txt", catalogue())
    assert "last_day" not in draft.entries[0].table
    assert 'the day of "effective" is not known' in " ".join(draft.entries[0].noted("doubt"))


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (DraftInstrument(kind="directive", number="17/CT-TTg"), "Chỉ thị 17/CT-TTg"),
        (DraftInstrument(kind="circular", number="5/TT-BYT"), "Thông tư 5/TT-BYT"),
        (DraftInstrument(kind="dispatch", number="9/CĐ-TTg"), "Công điện 9/CĐ-TTg"),
        (DraftInstrument(kind="dispatch", number="9/BYT-KH"), "Công văn 9/BYT-KH"),
        (DraftInstrument(kind="directive"), "thu"),
        (DraftInstrument(kind="directive", number="17/CT-TTg", title="Về việc X"), "Về việc X"),
    ],
)
def test_a_document_without_a_title_is_called_by_its_kind_and_number(
    found: DraftInstrument, title: str
) -> None:
    draft = drafted(Draft(found, (), ()), "thu.txt", catalogue(), SAID)
    assert draft.head["title"] == title
    told = [note.text for note in draft.notes if note.text.startswith("title:")]
    assert bool(told) == (found.title is None)


def test_the_body_above_is_put_in_for_an_issuer_that_the_catalogue_does_not_hold() -> None:
    issuer = Issuer("SỞ Y TẾ", "UBND TỈNH HÀ GIANG", is_local=True)
    found = DraftInstrument(kind="dispatch", number="1204/SYT-NVY", issued=SAID, issuer=issuer)
    file = drafted(Draft(found, ()), "a.txt", catalogue())
    assert file.head["issuer"] == "ha-giang"
    wanted = "issuer: SỞ Y TẾ is not in the catalogue; ha-giang was put in, which the text names above it"
    assert [one.text for one in file.notes if one.text.startswith("issuer:")] == [wanted]


@pytest.mark.parametrize(
    ("number", "named", "issuer", "note"),
    [
        (
            "05/2018/TT-BTTTT",
            None,
            "bo-tt-tt",
            "issuer: the text does not name it; bo-tt-tt was put in, whose",
        ),
        (
            "612/BYT-DP",
            "VỤ DỰ PHÒNG",
            "bo-y-te",
            "issuer: VỤ DỰ PHÒNG is not in the catalogue; bo-y-te was put in",
        ),
        ("05/2018/TT-BTTTT", "BỘ TÀI CHÍNH", "bo-tai-chinh", None),
        ("12/KH-XYZT", None, "chinh-phu", "issuer: the text does not name it; chinh-phu was put in"),
        (None, None, "chinh-phu", "issuer: the text does not name it; chinh-phu was put in"),
    ],
)
def test_the_letters_in_a_number_tell_the_issuer_that_no_name_tells(
    number: str | None, named: str | None, issuer: str, note: str | None
) -> None:
    found = DraftInstrument(kind="circular", number=number, issued=SAID, issuer=Issuer(named))
    file = drafted(Draft(found, ()), "a.txt", catalogue())
    assert file.head["issuer"] == issuer
    told = [one.text for one in file.notes if one.text.startswith("issuer:")]
    assert [text.startswith(note or "") for text in told] == ([True] if note else [])
