"""Names that a trained spaCy pipeline finds, beside those of the gazetteer.

A name nobody has listed is somebody else: a number about it is then left unverified, where it might
have been taken for one about the subject of the paragraph. It never adds a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.errors import BadSetting
from factcheck.extract.entities import POSSESSIVE, Mention

LABELS = ("GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT")
"""Labels of OntoNotes 5, which spaCy's English pipelines use, for what figures are about. People
are left out: they are mostly the ones who speak."""


class Names:
    """Finds names with one pipeline. Loading takes seconds; build once, use for many articles."""

    def __init__(self, pipeline: str) -> None:
        """`pipeline`: name of an installed package or folder of a pipeline.

        Raises `BadSetting` where there is none that can be loaded.
        """
        self._nlp = _loaded(pipeline)

    def beside(self, text: str, known: Sequence[Mention]) -> list[Mention]:
        """Return `known` and every name that touches none of it, in text order.

        The text is read line by line: spaCy takes no text of more than a million code points.
        """
        taken = {at for mention in known for at in range(mention.start, mention.end)}
        found = [name for name in self._names(text) if not taken & {*range(name.start, name.end)}]
        return sorted([*known, *found], key=lambda mention: mention.start)

    def _names(self, text: str) -> Iterator[Mention]:
        lines = text.splitlines(keepends=True)
        start = 0
        for line, doc in zip(lines, self._nlp.pipe(lines), strict=True):
            for span in doc.ents:
                if span.label_ in LABELS:
                    name = POSSESSIVE.sub("", span.text)
                    first = start + span.start_char
                    end = first + len(name)
                    possessive = name != span.text or text[end : end + 1] in ("'", "’")
                    yield Mention(first, end, name, possessive)
            start += len(line)


def _loaded(pipeline: str) -> Any:
    from factcheck.extract._spacy import spacy

    try:
        return spacy.load(pipeline)
    except (OSError, ImportError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise BadSetting(
            f"--spacy-model {pipeline}: cannot be loaded ({reason});"
            " expected an installed spaCy pipeline or its folder. [bad-setting]"
        ) from None
