"""Rows 21 and 22 of the fault matrix: the network between the daemon and its database, or its mail server, swallows all."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import timedelta

import pytest
import trustme

from monitor.clock import SystemClock
from tests.cluster import Cluster
from tests.daemon.installation import Installation, until
from tests.daemon.network import Network, network
from tests.daemon.shared import Shared
from tests.daemon.sink import Sink
from tests.daemon.test_secrets import trusting
from tests.daemon.turned import Turned, local
from tests.monitor.store.proxy import Proxy
from tests.smtp_server import HOLD

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy

EVENING, LAST_CALL = local("2016-06-28T20:00"), local("2016-06-29T08:00:01")
PATIENT = {"SERVER_PATIENCE_S": "1.5"}


@pytest.fixture
def cable(office: Installation) -> Iterator[Network]:
    """The office's programs run beyond this cable."""
    with network() as laid:
        office.before, office.module = laid.before, "tests.daemon.mortal"
        yield laid


@pytest.fixture
def far_sink(office: Installation, cable: Network) -> Iterator[Sink]:
    """A mail server beyond the cable, with a certificate that the office trusts."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(cable.here).configure_cert(context)
    trusting(office, authority)
    with Sink(SystemClock().now, tls=context, host=cable.here) as server:
        yield server


@pytest.mark.contract(2, 3, 10)
def test_cut_off_from_its_database_a_daemon_sends_nothing_new_and_doubles_nothing(
    office: Installation, turned: Turned, cluster: Cluster, cable: Network, far_sink: Sink
) -> None:
    with Proxy(cluster.folder / f".s.PGSQL.{cluster.port}", cable.here) as proxy:
        near = cluster.database()
        address = f"host={cable.here}&port={proxy.port}&tcp_user_timeout=1500&connect_timeout=2"
        shared = Shared(office, turned(EVENING), cluster, far_sink, url=near)
        config = (office.folder / "config.toml").read_text()
        far = f"{near.partition('?')[0]}?{address}"
        office.write("config.toml", config.replace(near, far))
        far_sink.behave({"dot": [HOLD]})
        with office.daemon(**PATIENT) as daemon:
            until(lambda: far_sink.has_a_whole_letter, "the reminder is on its way")
            cable.cut(proxy.port)
            far_sink.release()
            daemon.waits_until_said("the store does not serve")
            shared.clock.turn(LAST_CALL)
            shared.wakes()
            assert len(far_sink.arrivals) == 1
            cable.heal()
            until(lambda: len(far_sink.arrivals) == 2, "the last call", 60)
            until(lambda: [state for state, _, _ in shared.letters()] == ["accepted"] * 2, "both are marked")
            assert daemon.stopped() == 0
    assert [was_uncertain for _, was_uncertain, _ in shared.letters()] == [False, False]
    assert sorted(shared.copies()) == sorted(message for _, _, message in shared.letters())
    assert shared.findings() == ()


@pytest.mark.contract(2)
def test_cut_off_from_its_mail_server_a_daemon_waits_and_the_letter_goes_when_the_way_is_free(
    office: Installation, turned: Turned, cluster: Cluster, cable: Network, far_sink: Sink
) -> None:
    shared = Shared(office, turned(EVENING), cluster, far_sink)
    cable.cut(far_sink.port)
    with office.daemon(**PATIENT) as daemon:
        daemon.waits_until_said("letter deferred")
        ((state, _, _),) = shared.letters()
        assert state == "waiting"
        assert f"{cable.here}:{far_sink.port} did not answer in time" in daemon.said
        cable.heal()
        assert far_sink.arrivals == [], "the server is left alone for a minute"
        shared.clock.jump(timedelta(minutes=2))
        shared.wakes()
        shared.settles()
        assert daemon.stopped() == 0
    assert shared.copies() == [message for _, _, message in shared.letters()]
    assert [was_uncertain for _, was_uncertain, _ in shared.letters()] == [False]
