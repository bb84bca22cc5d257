"""Stretches of text. The words they cover are worked out, never stored beside them.

A span is the TextPositionSelector of the W3C Web Annotation model: offsets in Unicode code
points, end exclusive (https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a document's text, in code points; ``end`` is exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
