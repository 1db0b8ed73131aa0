"""The pages as a watcher reads them: plain reasons, numbers, nobody's name."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from starlette.applications import Starlette

from monitor.census import Census, CensusTaker
from monitor.guard import Held
from monitor.hold import store_hold
from monitor.house import House
from monitor.store import Change, Store, StoreFault
from monitor.vitals import FRESH_S, Vitals
from monitor.watch import Tick, tick
from monitor.web.pages import pages_for
from notifiers.base import Accepted, Refused
from rules.model import CLOCK
from rules.notices import failure_notice
from tests.builders import local
from tests.fakes import TurnedClock
from tests.monitor.store.samples import a_case, a_stage

pytestmark = pytest.mark.asyncio
LOOK = Tick(local("2016-06-21T08:00"), 3, 1, 0, None)
SECRETS = ("hunter2", "lan", "example.org", "bo-y-te", "nq-23-2016", "Nguyễn")


class Answer:
    """What came back for one GET."""

    def __init__(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.status = status
        self.headers = headers
        self.text = content.decode()


async def get(pages: Starlette, path: str, method: str = "GET") -> Answer:
    """Ask the application itself, without a socket."""
    said: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        said.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [],
        "query_string": b"",
        "root_path": "",
    }
    await pages(scope, receive, send)
    start, *bodies = said
    raw, status = start["headers"], start["status"]
    assert isinstance(raw, list)
    assert isinstance(status, int)
    headers = {name.decode(): value.decode() for name, value in raw}
    content = b"".join(body for message in bodies if isinstance(body := message.get("body", b""), bytes))
    return Answer(status, headers, content)


def asking(store: Store, house: House, clock: TurnedClock) -> Callable[[], Awaitable[Census]]:
    taker = CensusTaker(clock)

    async def ask() -> Census:
        return taker.take(store, house)

    return ask


@pytest.fixture
def pages(vitals: Vitals, store: Store, house: House, clock: TurnedClock) -> Starlette:
    return pages_for(vitals, asking(store, house, clock))


def samples(text: str) -> dict[str, float]:
    """Each sample by its name and labels."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


async def test_a_daemon_that_answers_is_alive(pages: Starlette) -> None:
    answer = await get(pages, "/livez")
    assert (answer.status, answer.text) == (200, "alive\n")
    assert answer.headers["cache-control"] == "no-store"


async def test_ready_means_that_a_look_has_really_finished(pages: Starlette, vitals: Vitals) -> None:
    before = await get(pages, "/readyz")
    assert (before.status, before.text) == (503, "no look has finished yet\n")
    vitals.passed(0.1, LOOK)
    after = await get(pages, "/readyz")
    assert (after.status, after.text) == (200, "ready\n")


async def test_an_old_look_is_not_ready(pages: Starlette, vitals: Vitals, clock: TurnedClock) -> None:
    vitals.passed(0.1, LOOK)
    await clock.advance(FRESH_S + 17)
    answer = await get(pages, "/readyz")
    assert (answer.status, answer.text) == (503, "the last look that finished is 47 seconds old\n")


async def test_a_store_that_does_not_answer_is_not_ready_and_metrics_say_so(vitals: Vitals) -> None:
    async def silent() -> Census:
        await asyncio.Event().wait()
        raise AssertionError

    async def gone() -> Census:
        raise StoreFault("the database var/duewatch.db is locked")

    vitals.passed(0.1, LOOK)
    for ask in (silent, gone):
        pages = pages_for(vitals, ask, patience_s=0.01)
        ready = await get(pages, "/readyz")
        assert (ready.status, ready.text) == (503, "the store does not answer; see `duewatch status`\n")
        metrics = await get(pages, "/metrics")
        assert metrics.status == 200
        assert samples(metrics.text)["duewatch_store_up"] == 0.0
        assert "duewatch_cases" not in metrics.text


async def test_nothing_else_is_there_and_nothing_can_be_posted(pages: Starlette) -> None:
    assert (await get(pages, "/")).status == 404
    assert (await get(pages, "/metrics", "POST")).status == 405
    assert (await get(pages, "/livez", "HEAD")).status == 200


async def test_metrics_count_cases_rows_and_ages(
    pages: Starlette, vitals: Vitals, store: Store, clock: TurnedClock
) -> None:
    now = clock.now()
    late = replace(a_case("bo-noi-vu", due=date(2016, 5, 31)), next_look=now - timedelta(minutes=2))
    due = replace(a_case("bo-y-te", due=date(2016, 6, 30)), next_look=now + timedelta(days=1))
    done = a_case("ha-noi", due=date(2016, 6, 30), closed_on=date(2016, 6, 1))
    reached, notice = a_stage(due, moment=now - timedelta(hours=2))
    _, later = a_stage(due, "last-call", moment=now + timedelta(days=1))
    with store.writing() as ledger:
        ledger.record([Change(late), Change(done), Change(due, (reached,), (notice, later))], now, CLOCK)
    vitals.passed(0.3, LOOK)
    vitals.delivered(Accepted("250 ok"), 0.2)
    vitals.delivered(Refused("550 lan@example.org", "recipient"), 0.2)
    answer = await get(pages, "/metrics")
    found = samples(answer.text)
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert found['duewatch_cases{status="open-late"}'] == 1
    assert found['duewatch_cases{status="open-in-time"}'] == 1
    assert not any("done" in name for name in found)
    assert (found["duewatch_cases_due"], found["duewatch_cases_due_oldest_seconds"]) == (1, 120)
    assert found['duewatch_outbox{state="waiting"}'] == 2
    assert found['duewatch_outbox_oldest_seconds{state="waiting"}'] == 7200
    assert (found["duewatch_unserved_seconds"], found["duewatch_letters_failing_seconds"]) == (7200, 7200)
    assert found['duewatch_attempts_total{outcome="accepted",reason="taken"}'] == 1
    assert found['duewatch_attempts_total{outcome="refused",reason="recipient"}'] == 1
    assert found['duewatch_attempts_total{outcome="deferred",reason="host"}'] == 0
    assert found['duewatch_tick_duration_seconds_bucket{le="0.25"}'] == 0
    assert found['duewatch_tick_duration_seconds_bucket{le="0.5"}'] == 1
    assert found["duewatch_delivery_duration_seconds_count"] == 2
    assert found["duewatch_last_pass_timestamp_seconds"] == now.timestamp()
    assert found["duewatch_clock_held"] == 0
    assert any(name.startswith("duewatch_build_info{") for name in found)


async def test_an_empty_store_waits_for_nothing(pages: Starlette) -> None:
    found = samples((await get(pages, "/metrics")).text)
    assert found["duewatch_unserved_seconds"] == 0
    assert found["duewatch_letters_failing_seconds"] == 0
    assert "duewatch_last_accepted_timestamp_seconds" not in found
    assert "duewatch_last_pass_timestamp_seconds" not in found


async def test_a_held_clock_shows(pages: Starlette, store: Store, clock: TurnedClock) -> None:
    with store.writing() as ledger:
        store_hold(ledger, Held("forward", clock.now(), timedelta(days=3)))
    assert samples((await get(pages, "/metrics")).text)["duewatch_clock_held"] == 1


async def test_the_open_cases_are_counted_anew_after_fifteen_seconds(
    pages: Starlette, store: Store, clock: TurnedClock
) -> None:
    assert samples((await get(pages, "/metrics")).text)['duewatch_cases{status="open-in-time"}'] == 0
    with store.writing() as ledger:
        ledger.record([Change(a_case())], clock.now(), CLOCK)
    assert samples((await get(pages, "/metrics")).text)['duewatch_cases{status="open-in-time"}'] == 0
    await clock.advance(15)
    assert samples((await get(pages, "/metrics")).text)['duewatch_cases{status="open-in-time"}'] == 1


async def test_a_provisional_calendar_shows(
    vitals: Vitals, store: Store, house: House, clock: TurnedClock
) -> None:
    known = house.setting.workdays.known_until
    for day, shown in ((date(known.year, 6, 1), 0), (date(known.year, 12, 28), 1)):
        later = TurnedClock(local(f"{day}T08:00"))
        found = samples((await get(pages_for(vitals, asking(store, house, later)), "/metrics")).text)
        assert found["duewatch_calendar_provisional"] == shown
    assert clock.now() < later.now()


async def test_no_page_names_anybody_or_anything_secret(
    pages: Starlette, vitals: Vitals, store: Store, house: House, clock: TurnedClock
) -> None:
    tick(store, house, clock.now())
    with store.writing() as ledger:
        ledger.post([failure_notice("x", clock.now(), "hunter2 lan@example.org")])
    vitals.delivered(Refused("550 hunter2 lan@example.org", "recipient"), 0.1)
    vitals.failed("courier")
    for path in ("/livez", "/readyz", "/metrics"):
        words = re.findall(r"[\w.-]+", (await get(pages, path)).text)
        assert [secret for secret in SECRETS if secret in words] == [], path


@pytest.fixture
def promtool() -> str:
    found = shutil.which("promtool")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not run: promtool is missing")
        pytest.skip("not run: promtool is missing")
    return found


async def test_promtool_has_nothing_to_say(
    pages: Starlette, vitals: Vitals, store: Store, house: House, clock: TurnedClock, promtool: str
) -> None:
    empty = (await get(pages, "/metrics")).text
    tick(store, house, clock.now())
    vitals.passed(0.3, LOOK)
    vitals.heartbeat = clock.now()
    vitals.delivered(Accepted("250 ok"), 0.2)
    await clock.advance(15)
    full = (await get(pages, "/metrics")).text
    assert len(samples(full)) > len(samples(empty))
    for text in (empty, full):
        assert judgement(promtool, text) == (0, "", "")


async def test_this_promtool_would_hear_a_bad_name(promtool: str) -> None:
    bad = "# HELP duewatch_letters Letters.\n# TYPE duewatch_letters counter\nduewatch_letters 1\n"
    assert judgement(promtool, bad)[0] != 0


def judgement(promtool: str, text: str) -> tuple[int, str, str]:
    judged = subprocess.run(
        [promtool, "check", "metrics"], input=text, capture_output=True, text=True, timeout=30, check=False
    )
    return judged.returncode, judged.stdout, judged.stderr
