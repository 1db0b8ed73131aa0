"""A draft beside the catalogue: what is there already, word by word, is the same whatever its words are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from monitor.drafts.comparing import Comparison, Finding
from monitor.drafts.file import DraftFile, Entry, read_draft
from monitor.drafts.weighing import instrument_of
from monitor.library import load_library
from rules.library import Catalogue

FILES = sorted((Path(rules.__file__).parent / "catalogue" / "instruments").rglob("*.toml"))
HEAD = {
    "id": "ct-1-2016",
    "number": "1/CT-TTg",
    "kind": "directive",
    "title": "T",
    "issuer": "chinh-phu",
    "source": "s",
}


@cache
def catalogue() -> Catalogue:
    return load_library(["builtin"], None).catalogue


def a_draft(*tables: Mapping[str, object]) -> DraftFile:
    entries = tuple(Entry({"id": str(at), **table}) for at, table in enumerate(tables, start=1))  # type: ignore[dict-item]
    return DraftFile({**HEAD, "issued": date(2016, 6, 15)}, entries)


def beside(draft: DraftFile, present: DraftFile) -> Sequence[Finding]:
    """What ``draft`` is beside a catalogue that holds ``present`` as well."""
    held = instrument_of(present, catalogue())[0]
    assert held is not None
    assert len(held.obligations) == len(present.entries)
    known = replace(catalogue(), instruments=(*catalogue().instruments, held))
    return tuple(Comparison(draft, known).findings())


def relations(findings: Sequence[Finding]) -> list[str]:
    return [finding.relation for finding in findings]


REPORT = {"task": "Báo cáo Thủ tướng Chính phủ", "lead": ["bo-tai-chinh"], "deadline": "trong quý IV/2016"}


def test_a_short_report_duty_is_the_same_as_itself() -> None:
    draft = a_draft(REPORT)
    (finding,) = beside(draft, draft)
    assert (finding.relation, finding.other, finding.likeness) == ("same", "ct-1-2016/1", 1.0)
    assert finding.changes == ()


def test_a_short_report_duty_with_another_day_or_lead_is_changed_and_not_new_and_gone() -> None:
    later = a_draft({**REPORT, "deadline": "trong năm 2017"})
    assert relations(beside(later, a_draft(REPORT))) == ["changed"]
    given_on = a_draft({**REPORT, "lead": ["bo-y-te"]})
    (finding,) = beside(given_on, a_draft(REPORT))
    assert finding.changes == ("lead bo-tai-chinh → bo-y-te",)


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [
        ("Điều 2", "khoản 1 Điều 3", ("clause Điều 2 → khoản 1 Điều 3",)),
        ("II.3", "khoản 3 mục II", ()),
        ("điều 2", "Điều 2", ()),
        ("Chỉ tiêu", "mục III", ()),
        (None, "Điều 2", ()),
        ("Điều 2", None, ()),
    ],
)
def test_a_task_that_moved_within_its_instrument_is_changed(
    before: str | None, now: str | None, changes: tuple[str, ...]
) -> None:
    old, new = ({**REPORT, **({"clause": clause} if clause else {})} for clause in (before, now))
    (finding,) = beside(a_draft(new), a_draft(old))
    assert finding.changes == changes
    assert (finding.relation, finding.clause) == ("changed" if changes else "same", now)


def test_a_new_task_beside_one_that_is_the_same_is_not_taken_for_it() -> None:
    old = {"task": "Kết nối phần mềm quản lý văn bản", "lead": ["bo-y-te"], "deadline": "31/12/2016"}
    fresh = {**old, "task": "Kết nối phần mềm quản lý văn bản lần hai", "deadline": "31/12/2017"}
    assert relations(beside(a_draft(old, fresh), a_draft(old))) == ["same", "new"]


tasks = st.sampled_from(
    [
        "Báo cáo Thủ tướng Chính phủ",
        "Báo cáo Chính phủ",
        "Trình Chính phủ",
        "Ban hành Kế hoạch",
        "Ban hành kế hoạch",
        "X",
        "Kết nối phần mềm quản lý văn bản",
        "Kết nối phần mềm quản lý văn bản với Văn phòng Chính phủ",
    ]
)
entries = st.fixed_dictionaries(
    {
        "task": tasks,
        "lead": st.lists(
            st.sampled_from(["bo-y-te", "bo-tai-chinh", "@ministries"]), min_size=1, max_size=2, unique=True
        ),
    },
    optional={
        "deadline": st.sampled_from(["trong quý IV/2016", "trước ngày 1/7/2017", "hằng năm, trước 31/3"]),
        "deliverable": st.sampled_from(["Kế hoạch", "Báo cáo"]),
    },
)


@given(st.lists(entries, min_size=1, max_size=6), st.randoms())
def test_any_obligations_compared_with_themselves_are_all_the_same(
    tables: list[Mapping[str, object]], chance: Random
) -> None:
    draft = a_draft(*tables)
    mixed = list(draft.entries)
    chance.shuffle(mixed)
    findings = beside(replace(draft, entries=tuple(mixed)), draft)
    assert relations(findings) == ["same"] * len(tables)
    assert {finding.likeness for finding in findings} == {1.0}
    assert {(finding.entry, finding.other) for finding in findings} == {
        (entry.text("id"), f"ct-1-2016/{entry.text('id')}") for entry in draft.entries
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_instrument_of_the_catalogue_is_the_same_as_itself(file: Path) -> None:
    draft = read_draft(file.read_text(encoding="utf-8"))
    findings = tuple(Comparison(draft, catalogue()).findings())
    assert relations(findings) == ["same"] * len(draft.entries)
