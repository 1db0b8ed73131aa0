"""The pages: alive, ready, and the metrics. They name nobody and hold no secret."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from monitor.census import Census
from monitor.store import StoreFault
from monitor.vitals import Vitals
from monitor.web.metrics import CONTENT_TYPE, exposition

PATIENCE_S = 5.0
NEVER_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
Ask = Callable[[], Awaitable[Census]]


def pages_for(vitals: Vitals, ask: Ask, patience_s: float = PATIENCE_S) -> Starlette:
    """The application; ``ask`` takes the census in the store's thread, and is waited for ``patience_s`` seconds."""

    async def census() -> Census | None:
        """The census, None where the store does not answer in time."""
        try:
            async with asyncio.timeout(patience_s):
                return await ask()
        except (TimeoutError, StoreFault):
            return None

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("alive\n", headers=NEVER_KEPT)

    async def ready(_request: Request) -> Response:
        reasons = list(vitals.unready())
        if await census() is None:
            reasons.append("the store does not answer; see `duewatch status`")
        if not reasons:
            return PlainTextResponse("ready\n", headers=NEVER_KEPT)
        return PlainTextResponse("".join(f"{reason}\n" for reason in reasons), 503, NEVER_KEPT)

    async def metrics(_request: Request) -> Response:
        content = exposition(vitals, await census())
        return Response(content, headers={**NEVER_KEPT, "Content-Type": CONTENT_TYPE})

    return Starlette(
        routes=[Route("/livez", alive), Route("/readyz", ready), Route("/metrics", metrics)],
    )
