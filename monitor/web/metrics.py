"""The daemon's signs of life in the words of Prometheus."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from itertools import accumulate
from typing import get_args

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from monitor import __version__
from monitor.census import Census
from monitor.vitals import BOUNDS_S, Attempt, Durations, Loop, Result, Vitals
from notifiers.base import Scope

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
KNOWN_ATTEMPTS = (
    Attempt("accepted", "taken"),
    *(Attempt(outcome, scope) for outcome in ("deferred", "refused") for scope in get_args(Scope)),
    Attempt("uncertain", "answer-lost"),
)


def exposition(vitals: Vitals, census: Census | None) -> bytes:
    """All metrics as text; those of the store are left out where it does not answer (``census`` None)."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Shown(vitals, census))
    return generate_latest(registry)


class _Shown(Collector):
    """What is shown at one look."""

    def __init__(self, vitals: Vitals, census: Census | None) -> None:
        self._vitals = vitals
        self._census = census

    def collect(self) -> Iterable[Metric]:
        yield from _of_the_daemon(self._vitals)
        yield _gauge("store_up", "Whether the store answers.", self._census is not None)
        if self._census is not None:
            yield from _of_the_cases(self._census)
            yield from _of_the_outbox(self._census)


def _of_the_daemon(vitals: Vitals) -> Iterator[Metric]:
    build = {"version": __version__, "python": platform.python_version()}
    yield InfoMetricFamily("duewatch_build", "What runs.", value=build)
    yield _moment("start", "When the daemon started.", vitals.started)
    yield _gauge("ready", "Whether looks finish in time and without a fault.", not any(vitals.unready()))
    yield _moment("last_pass", "When the last look finished.", vitals.last_pass)
    yield _moment("last_heartbeat", "When the heartbeat was last answered.", vitals.heartbeat)
    yield _gauge("load_refused", "Whether the catalogue waits for `duewatch accept`.", vitals.load_refused)
    passes = CounterMetricFamily("duewatch_passes", "Looks by their result.", labels=["result"])
    for result in get_args(Result):
        passes.add_metric([result], vitals.passes[result])
    yield passes
    failures = CounterMetricFamily("duewatch_failed_turns", "Turns of a loop that failed.", labels=["loop"])
    for loop in get_args(Loop):
        failures.add_metric([loop], vitals.failures[loop])
    yield failures
    yield _histogram("tick_duration", "How long a look took.", vitals.ticks)
    attempts = CounterMetricFamily(
        "duewatch_attempts", "Letters handed over, by the answer.", labels=["outcome", "reason"]
    )
    for attempt in dict.fromkeys((*KNOWN_ATTEMPTS, *vitals.attempts)):
        attempts.add_metric([attempt.outcome, attempt.reason], vitals.attempts[attempt])
    yield attempts
    yield _histogram("delivery_duration", "How long the channel took for a letter.", vitals.deliveries)


def _of_the_cases(census: Census) -> Iterator[Metric]:
    cases = GaugeMetricFamily("duewatch_cases", "Open cases by status.", labels=["status"])
    for status, many in census.totals.cases.items():
        cases.add_metric([status], many)
    yield cases
    yield _gauge(
        "cases_due", "Open cases whose moment has come and that nobody has looked at.", census.due.count
    )
    yield _age("cases_due_oldest", "How long the first of them has waited.", census.due.since, census.moment)
    yield _gauge("cases_set_aside", "Cases that failed three times and are not looked at.", census.set_aside)
    if census.unreached is not None:
        yield _gauge(
            "cases_unreached",
            "Cases with a stage within ten working days that would reach nobody (51: more than 50).",
            census.unreached,
        )
    yield _gauge("clock_held", "Whether a jump of the clock holds all sending.", census.held)
    yield _gauge(
        "calendar_provisional", "Whether the next ten working days are undecided.", census.provisional
    )
    yield _day("calendar_decided_until", "The last day that the calendar decides", census.decided_until)
    yield _day("last_seal", "The last day whose journal is sealed", census.sealed)


def _of_the_outbox(census: Census) -> Iterator[Metric]:
    outbox = GaugeMetricFamily("duewatch_outbox", "Rows of the outbox by state.", labels=["state"])
    for state, many in census.totals.outbox.items():
        outbox.add_metric([state], many)
    yield outbox
    oldest = GaugeMetricFamily(
        "duewatch_outbox_oldest_seconds",
        "How long the oldest row that is not over has been in its state's queue.",
        labels=["state"],
    )
    for state, rows in census.unsettled.items():
        if rows.since is not None:
            oldest.add_metric([state], _seconds(rows.since, census.moment))
    yield oldest
    post = census.post
    yield _age("unserved", "How long somebody should have been told already.", post.unserved, census.moment)
    yield _age("letters_failing", "How long letters wait and none is accepted.", post.failing, census.moment)
    yield _moment("last_accepted", "When a letter was last accepted.", post.accepted)


def _gauge(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"duewatch_{name}", says, value=float(value))


def _moment(name: str, says: str, moment: datetime | None) -> GaugeMetricFamily:
    """A moment in Unix seconds; no sample where there has been none."""
    shown = GaugeMetricFamily(f"duewatch_{name}_timestamp_seconds", says)
    if moment is not None:
        shown.add_metric([], moment.timestamp())
    return shown


def _day(name: str, says: str, day: date | None) -> GaugeMetricFamily:
    """A day as the moment at which it begins in UTC; no sample where there has been none."""
    begins = datetime.combine(day, time(0), UTC) if day is not None else None
    return _moment(name, f"{says}, as its midnight in UTC.", begins)


def _age(name: str, says: str, since: datetime | None, now: datetime) -> GaugeMetricFamily:
    """Seconds since a moment; 0 where there is nothing that waits."""
    return _gauge(f"{name}_seconds", says, 0.0 if since is None else _seconds(since, now))


def _seconds(since: datetime, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds())


def _histogram(name: str, says: str, durations: Durations) -> HistogramMetricFamily:
    bounds = (*(str(bound) for bound in BOUNDS_S), "+Inf")
    buckets = list(zip(bounds, accumulate(durations.counts), strict=True))
    return HistogramMetricFamily(f"duewatch_{name}_seconds", says, buckets=buckets, sum_value=durations.total)
