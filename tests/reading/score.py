"""How well the reader reads the labelled documents: ``python -m tests.reading.score [--misses] [NAME…]``.

dated F1     of the labelled obligations with a day, how many were drafted, and how little was invented
due          of the found ones, the share with exactly the right day, recurrence or counted period
lead         of the found ones, the mean F1 of the lead bodies
end to end   F1 where a draft counts only with its place, its day and its lead right
false alarms share of dated drafts that lie on a date which is no deadline, or on no labelled passage at all
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from monitor.library import load_library
from rules.reading.document import read_document
from rules.reading.machine import as_json
from tests.reading.corpus import LabelledDocument, documents
from tests.reading.labels import Entry, Label, Labels, draft_of, mapping, sequence
from tests.reading.wording import alike, contains, same_bodies

SAME_PLACE = 0.5
LEAD_IS_RIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted in one document, or in several together."""

    wanted: int = 0
    offered: int = 0
    found: int = 0
    right: int = 0
    whole: int = 0
    alarms: int = 0
    leads: tuple[float, ...] = ()
    misses: tuple[str, ...] = field(default=(), repr=False)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.offered + other.offered,
            self.found + other.found,
            self.right + other.right,
            self.whole + other.whole,
            self.alarms + other.alarms,
            self.leads + other.leads,
            self.misses + other.misses,
        )

    @property
    def precision(self) -> float:
        return self.found / self.offered if self.offered else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def dated_f1(self) -> float:
        return _f1(self.found, self.offered, self.wanted)

    @property
    def due(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def lead(self) -> float:
        return sum(self.leads) / len(self.leads) if self.leads else float(not self.wanted)

    @property
    def end_to_end(self) -> float:
        return _f1(self.whole, self.offered, self.wanted)

    @property
    def false_alarms(self) -> float:
        return self.alarms / self.offered if self.offered else 0.0


COLUMNS: tuple[tuple[str, Callable[[Score], float]], ...] = (
    ("precision", lambda score: score.precision),
    ("recall", lambda score: score.recall),
    ("dated F1", lambda score: score.dated_f1),
    ("due", lambda score: score.due),
    ("lead", lambda score: score.lead),
    ("end to end", lambda score: score.end_to_end),
    ("false alarms", lambda score: score.false_alarms),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and the label that it answers."""

    draft: Entry
    label: Label

    @property
    def right_day(self) -> bool:
        return self.label.entry.timing.agrees(self.draft.timing)

    @property
    def lead(self) -> float | None:
        """F1 of the lead bodies; None where the label leaves them open."""
        if self.label.lead_unstated:
            return None
        accepted = (self.label.entry.lead, *self.label.lead_alternatives)
        return max(same_bodies(self.draft.lead, names) for names in accepted)

    @property
    def whole(self) -> bool:
        lead = self.lead
        return self.right_day and (lead is None or lead >= LEAD_IS_RIGHT)


def score(drafts: Sequence[Entry], labels: Labels) -> Score:
    """What these drafts are worth against these labels; optional labels neither add nor take away."""
    pairs = pair_up(drafts, labels.obligations)
    paired = {id(pair.draft): pair.label for pair in pairs}
    spared = {id(pair.draft) for pair in pairs if pair.label.optional}
    offered = [draft for draft in drafts if draft.timing.dated and id(draft) not in spared]
    found = [pair for pair in pairs if pair.label.counted and pair.draft.timing.dated]
    answered = {id(pair.draft) for pair in found}
    extra = [draft for draft in offered if id(draft) not in answered]
    alarms = [draft for draft in extra if id(draft) not in paired and _is_alarm(draft, labels)]
    wanted = [label for label in labels.obligations if label.counted]
    reached = {id(pair.label) for pair in found}
    missed = [label for label in wanted if id(label) not in reached]
    return Score(
        len(wanted),
        len(offered),
        len(found),
        sum(pair.right_day for pair in found),
        sum(pair.whole for pair in found),
        len(alarms),
        tuple(pair.lead for pair in found if pair.lead is not None),
        tuple(_misses(found, missed, extra, alarms)),
    )


def pair_up(drafts: Sequence[Entry], labels: Sequence[Label]) -> list[Pair]:
    """One to one, the nearest first: by place, and within a place by deadline phrase, lead and day."""
    near = [
        (closeness, -d, -n)
        for d, draft in enumerate(drafts)
        for n, label in enumerate(labels)
        if (closeness := _closeness(draft, label))
    ]
    pairs: dict[int, int] = {}
    for _, d, n in sorted(near, reverse=True):
        if -d not in pairs and -n not in pairs.values():
            pairs[-d] = -n
    return [Pair(drafts[d], labels[n]) for d, n in pairs.items()]


def _closeness(draft: Entry, label: Label) -> float:
    """0 where they lie in different places."""
    place = max(_overlap(draft, label.entry), alike(draft.text, label.entry.text))
    if place < SAME_PLACE:
        return 0.0
    both_undated = not draft.phrase and not label.entry.phrase
    same_phrase = 1.0 if both_undated else alike(draft.phrase, label.entry.phrase)
    same_day = label.entry.timing.agrees(draft.timing)
    return place + 2 * same_phrase + same_bodies(draft.lead, label.entry.lead) / 2 + same_day / 2


def _overlap(draft: Entry, label: Entry) -> float:
    """The share of the shorter passage that both have, over every place where the label stands."""
    return max(
        one.shared(other) / max(1, min(one.end - one.start, other.end - other.start))
        for one in draft.places
        for other in label.places
    )


def _is_alarm(draft: Entry, labels: Labels) -> bool:
    trapped = any(contains(trap, draft.phrase) or contains(draft.phrase, trap) for trap in labels.distractors)
    return trapped or all(_overlap(draft, label.entry) < SAME_PLACE for label in labels.obligations)


def _misses(
    found: Iterable[Pair], missed: Iterable[Label], extra: Iterable[Entry], alarms: Sequence[Entry]
) -> Iterator[str]:
    for label in missed:
        yield f"missed       {label.entry.phrase!r} in {label.entry.text[:90]!r}"
    for draft in extra:
        word = "false alarm " if draft in alarms else "invented    "
        yield f"{word} {draft.phrase!r} -> {draft.timing} in {draft.text[:90]!r}"
    for pair in found:
        if not pair.right_day:
            right, read = pair.label.entry, pair.draft
            yield f"wrong day    {right.phrase!r} is {right.timing}, read {read.phrase!r} as {read.timing}"
        if pair.lead is not None and pair.lead < LEAD_IS_RIGHT:
            yield f"wrong lead   {pair.label.entry.lead} read as {pair.draft.lead} ({pair.label.entry.phrase!r})"


def _f1(hits: int, offered: int, wanted: int) -> float:
    return 2 * hits / (offered + wanted) if offered + wanted else 1.0


def measure(chosen: Iterable[LabelledDocument]) -> dict[str, Score]:
    """The score of each document, read by the program as it stands."""
    agencies = load_library(["builtin"], None).catalogue
    scores = {}
    for document in chosen:
        record = as_json(read_document(document.text, document.published, agencies))
        drafts = [draft_of(value) for value in sequence(mapping(record)["obligations"])]
        scores[document.name] = score(drafts, document.labels)
    return scores


def table(scores: dict[str, Score]) -> Iterator[str]:
    """One line a document, then the means over documents and the figures of all drafts together."""
    heads = [name for name, _ in COLUMNS]
    width = max([len(name) for name in scores] + [len("all together")])
    yield "  ".join(["document".ljust(width), *heads, "found/wanted"])
    for name, counted in scores.items():
        figures = [f"{of(counted):.3f}".rjust(len(head)) for head, of in COLUMNS]
        yield "  ".join([name.ljust(width), *figures, f"{counted.found}/{counted.wanted}"])
    means = [sum(of(each) for each in scores.values()) / max(1, len(scores)) for _, of in COLUMNS]
    yield "  ".join(
        ["mean".ljust(width), *(f"{m:.3f}".rjust(len(h)) for m, h in zip(means, heads, strict=True))]
    )
    total = sum(scores.values(), Score())
    figures = [f"{of(total):.3f}".rjust(len(head)) for head, of in COLUMNS]
    yield "  ".join(["all together".ljust(width), *figures, f"{total.found}/{total.wanted}"])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="documents whose name begins so; all without")
    parser.add_argument("--misses", action="store_true", help="show everything that is not as labelled")
    wish = parser.parse_args()
    beginnings = tuple(wish.names) or ("",)
    scores = measure(document for document in documents() if document.name.startswith(beginnings))
    if wish.misses:
        for name, counted in scores.items():
            for miss in counted.misses:
                print(f"{name[:2]}  {miss}")
    for line in table(scores):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
