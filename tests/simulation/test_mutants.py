"""Daemons that are wrong in one place each: a simulation that cannot tell them from the real one proves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from unittest.mock import patch

import pytest

from monitor import forming
from monitor.claim import Claim, Ready
from monitor.courier import Courier
from monitor.house import House
from monitor.store import HandingOver, Settled
from monitor.store.letters import Letters
from monitor.store.outbox import Outbox
from notifiers.base import Accepted
from rules import decide
from rules.notices import Notice
from rules.stage_facts import StageSkipped
from tests.simulation.run import run

Mutant = Callable[[], AbstractContextManager[object]]


@contextmanager
def marks_and_then_sends() -> Iterator[None]:
    """A letter counts as accepted from the moment at which it is handed over."""
    hand_over_each = Letters.hand_over_each

    def marked(self: Letters, steps: Sequence[HandingOver]) -> Sequence[bool]:
        held = hand_over_each(self, steps)
        for step in steps:
            self.settle(step.number, step.holder, Accepted("surely"), step.moment, None)
        return held

    with patch.object(Letters, "hand_over_each", marked):
        yield


def rescues_nobody() -> AbstractContextManager[object]:
    """What a dead daemon held stays in its hands."""
    return patch.object(Letters, "rescue", lambda *_args, **_named: 0)


def forgets_that_it_sent() -> AbstractContextManager[object]:
    """A letter that a dead daemon had handed over is taken for one that never went."""
    rescue = Letters.rescue

    def forgetful(self: Letters, moment: datetime, everything: bool, holder: str | None = None) -> int:
        self.connection.exec_driver_sql("UPDATE letters SET state = 'claimed' WHERE state = 'handed-over'")
        return rescue(self, moment, everything, holder)

    return patch.object(Letters, "rescue", forgetful)


def sends_another_letter_the_second_time() -> AbstractContextManager[object]:
    """Bytes that were perhaps delivered are written anew."""
    ready = Courier._ready

    async def altered(self: Courier, claim: Claim, house: House) -> Ready | None:
        if claim.ready is not None:
            return replace(claim.ready, content=claim.ready.content + b" ", packed=b"")
        return await ready(self, claim, house)

    return patch.object(Courier, "_ready", altered)


def drops_a_key() -> AbstractContextManager[object]:
    """A stage that does not speak leaves no outcome."""

    def none(*_args: object) -> tuple[StageSkipped, ...]:
        return ()

    return patch.object(decide._Scene, "skip", none)


def loses_a_notice() -> AbstractContextManager[object]:
    """The first notice of each transaction is not posted."""
    post = Outbox.post

    def losing(self: Outbox, posted: Sequence[Notice]) -> None:
        post(self, posted[1:])

    return patch.object(Outbox, "post", losing)


def sends_what_nobody_wants() -> AbstractContextManager[object]:
    """A letter that waits is not checked again when it is claimed."""
    return patch.object(forming, "unwanted", lambda *_: None)


def recalls_nothing() -> AbstractContextManager[object]:
    """A letter that is claimed goes out as it was, whatever happens to its cases."""
    return patch.object(Letters, "recall", lambda *_: None)


def believes_in_luck() -> AbstractContextManager[object]:
    """A lost answer is taken for a good one."""
    settle_each = Letters.settle_each

    def lucky(self: Letters, steps: Sequence[Settled]) -> Sequence[bool]:
        return settle_each(
            self, [replace(step, receipt=Accepted("250 ok"), next_attempt=None) for step in steps]
        )

    return patch.object(Letters, "settle_each", lucky)


CAUGHT: tuple[tuple[Mutant, str, float, str], ...] = (
    (marks_and_then_sends, "stage", 0.0, "the server never saw it"),
    (rescues_nobody, "stage", 0.0, "lease is long over"),
    (forgets_that_it_sent, "stage", 0.0, "nobody knows of it"),
    (sends_another_letter_the_second_time, "stage", 0.0, "not byte for byte"),
    (drops_a_key, "register", 0.0, "has no outcome"),
    (loses_a_notice, "bundle", 0.0, "has no notice"),
    (sends_what_nobody_wants, "closing", 0.0, "not wanted any more"),
    (recalls_nothing, "queued", 0.0, "not wanted any more"),
    (believes_in_luck, "bundle", 0.6, "the server never saw it"),
)


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("mutant", "name", "rate", "finding"), CAUGHT, ids=[mutant.__name__ for mutant, *_ in CAUGHT]
)
def test_a_wrong_daemon_is_caught(mutant: Mutant, name: str, rate: float, finding: str) -> None:
    points = run(name, 1).points
    found: list[str] = []
    with mutant():
        for cut in range(points, 0, -1):
            found += run(name, cut, (cut,), rate).findings
            if any(finding in sentence for sentence in found):
                break
    assert any(finding in sentence for sentence in found), found
