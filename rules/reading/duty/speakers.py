"""Whose words a line of news gives: "Thủ tướng: Phấn đấu thông xe trước …" tells others, not who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# They lead whole governments and assemblies; what they say by name is for others.
ABOVE_ALL = Lexicon.lines(
    "thủ tướng, phó thủ tướng, tổng bí thư, chủ tịch nước, phó chủ tịch nước, chủ tịch quốc hội, phó chủ tịch quốc hội"
)
PROMISES = frozenset({"sẽ", "cam", "hứa"})


def without_speakers(script: Script, naming: Naming, body: Stretch, made: Sequence[Sketch]) -> None:
    """Takes the lead from sketches that have it only of who speaks before the colon; a promise is the speaker's own."""
    group = naming.group_at(script, body.first, body.last)
    if group is None or script.word(group.place.last) != ":":
        return
    if not all(ABOVE_ALL.at(script.tokens, one.place.first, one.place.last) for one in group.bodies):
        return
    if script.word(group.place.last + 1) in PROMISES:
        return
    for sketch in made:
        if sketch.leads == group.bodies:
            sketch.leads, sketch.lead_from = (), "none"
