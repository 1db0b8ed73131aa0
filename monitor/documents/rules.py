"""The lines that are drawn across a PDF page."""

from __future__ import annotations

from collections import defaultdict

from pdfplumber.page import Page

_LEAST_SHARE = 0.4  # of the page's width: shorter ones underline words


def rules_of(page: Page) -> tuple[float, ...]:
    """The heights, in points from the top, at which lines go across most of the page, be it in pieces."""
    widths: dict[int, float] = defaultdict(float)
    for edge in page.horizontal_edges:
        widths[round(float(edge["top"]))] += float(edge["width"])
    return tuple(
        float(top) for top, width in sorted(widths.items()) if width >= _LEAST_SHARE * float(page.width)
    )
