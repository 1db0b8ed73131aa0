"""The parts of PDF pages that stand in two columns without lines: the national head, and the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pdfplumber.page import Page

from monitor.documents.printed import Line, printed_lines
from rules.reading.words.text import fold

_MOTTO = re.compile(r"cộng hòa xã hội chủ nghĩa|đảng cộng sản việt nam")
_DATED = re.compile(r"\bngày\s.{0,12}tháng\s.{0,12}năm\s*[0-9.…]*$")
_RECIPIENTS = re.compile(r"nơi nhận\s*:?(?:\s|$)")
_HIGHEST_HEAD = 12  # lines
_LEAST_GAP = 6.0  # points between the columns
_MIDDLE = (0.2, 0.8)  # of the width: where the gap lies


def stands_in_columns(lines: Sequence[Line]) -> bool:
    """Whether the page has such a head or foot."""
    return head_of(lines) > 0 or foot_of(lines) < len(lines)


def in_columns(page: Page, lines: Sequence[Line]) -> list[Line]:
    """These lines of the page, those of a head and a foot in columns left column first."""
    head = head_of(lines)
    foot = max(foot_of(lines), head)
    return [*_columns(page, lines[:head]), *lines[head:foot], *_columns(page, lines[foot:])]


def head_of(lines: Sequence[Line]) -> int:
    """How many lines the national head has: down to the day, where the motto stands above it."""
    words = [fold(line.text) for line in lines[:_HIGHEST_HEAD]]
    motto = next((at for at, line in enumerate(words) if _MOTTO.search(line)), None)
    if motto is None:
        return 0
    return next((at + 1 for at in range(motto, len(words)) if _DATED.search(words[at])), 0)


def foot_of(lines: Sequence[Line]) -> int:
    """The line where recipients and signatures begin."""
    return next((at for at, line in enumerate(lines) if _RECIPIENTS.match(fold(line.text))), len(lines))


def _columns(page: Page, lines: Sequence[Line]) -> list[Line]:
    if len(lines) < 2:
        return list(lines)
    top = min(line.top for line in lines) - 1
    bottom = max(line.bottom for line in lines) + 1
    left, _, right, _ = page.bbox
    region = page.within_bbox((left, max(top, page.bbox[1]), right, min(bottom, page.bbox[3])))
    gap = _gap(region)
    if gap is None:
        return list(lines)
    return [
        line
        for edges in ((left, gap), (gap, right))
        for line in printed_lines(
            region.within_bbox((edges[0], region.bbox[1], edges[1], region.bbox[3])), region.bbox[1]
        )
    ]


def _gap(region: Page) -> float | None:
    """The middle of the widest strip from top to bottom that no word touches; None where there is none."""
    left, _, right, _ = region.bbox
    low, high = (left + share * (right - left) for share in _MIDDLE)
    taken = sorted((float(word["x0"]), float(word["x1"])) for word in region.extract_words())
    reach, edges = left, []
    for start, end in taken:
        edges.append((reach, start))
        reach = max(reach, end)
    strips = [
        (end - start, (start + end) / 2)
        for start, end in edges
        if start > left and end - start >= _LEAST_GAP and low <= (start + end) / 2 <= high
    ]
    return max(strips, default=(0.0, None))[1]
