"""The leaf room of publishing: content, and the two types that only the gate can make."""

from valoshka.clearance.cleared import Check, ClearedContent, Reason
from valoshka.clearance.content import (
    Bar,
    BarChart,
    CallToAction,
    Content,
    KeyFigure,
    Moment,
    Paragraph,
    Part,
    Passage,
    Picture,
    PullQuote,
    Section,
    Story,
    Timeline,
    Use,
    passages,
    plain_strings,
)
from valoshka.clearance.release import Release

__all__ = [
    "Bar",
    "BarChart",
    "CallToAction",
    "Check",
    "ClearedContent",
    "Content",
    "KeyFigure",
    "Moment",
    "Paragraph",
    "Part",
    "Passage",
    "Picture",
    "PullQuote",
    "Reason",
    "Release",
    "Section",
    "Story",
    "Timeline",
    "Use",
    "passages",
    "plain_strings",
]
