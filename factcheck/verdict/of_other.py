"""Mismatches that tell of a reading gone astray: the words around the number mean another thing.

"Four in five nurses say that their ward is safe" after a sentence on beds: what no word of the
sentence names is not what its number is held against.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Indicator, Reading
from factcheck.verdict.diagnose import Diagnosis
from factcheck.verdict.words import content

OWN = 0.5
"""Weight of the words around a number from which they are its own: a row, a column, a heading."""


def of_other(claim: Claim, reading: Reading, causes: Sequence[Diagnosis]) -> bool:
    """The number is another measure's, and of what tells the two apart only that one's is said."""
    if not causes or causes[0].other is None:
        return False
    meant, taken = reading.indicator, causes[0].other
    if set(content(meant.name)) <= set(content(taken.name)):
        return False  # "used AI" for "used generative AI": nothing need be said
    own, other = _words(meant), _words(taken)
    said = set(content(claim.sentence))
    return not (own - other) & said and bool((other - own) & said)


def _words(indicator: Indicator) -> set[str]:
    """Stems of what an indicator is called, in its pack and in the press."""
    return {word for name in (indicator.name, *indicator.aliases) for word in content(name)}


def of_other_part(claim: Claim, reading: Reading, causes: Sequence[Diagnosis]) -> bool:
    """Nothing explains the number, and the part it is held against is named somewhere else."""
    if causes or not reading.dimension or reading.operation:
        return False
    near = [text for text, weight in claim.context if weight >= OWN]
    return not set(content(reading.dimension)) & set(content(" ".join((claim.sentence, *near))))
