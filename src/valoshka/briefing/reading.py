"""`briefing.yml` → `Plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.briefing.fields import Faults, Fields, group, one_line
from valoshka.briefing.furniture import LANGUAGES, OPERATORS
from valoshka.briefing.plan import (
    Plan,
    PlannedBar,
    PlannedCall,
    PlannedChart,
    PlannedFigure,
    PlannedPart,
    PlannedPicture,
    PlannedQuote,
    PlannedStory,
    PlannedText,
)
from valoshka.briefing.untrusted_yaml import BOUNDS, Mapping, Scalar, Value, load
from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.terms.vocabulary import audiences, consent_items

if TYPE_CHECKING:
    from pathlib import Path

# What a group may say, in the order in which messages offer it; docs/briefing-yml.md explains each.
PLAN = (
    *("title", "subtitle", "language", "date", "publisher", "audience", "standfirst", "figures", "context"),
    *("stories", "charts", "pictures", "call_to_action", "notes"),
)
TEXT = ("text", "rests_on", "source", "title", "own_voice", "uses")
QUOTE = ("quote", "translation", "speaker", "uses")
PICTURE = ("file", "alt", "credit", "title", "shows")
CHART = ("title", "bars", "of", "unit", "source", "people", "kind")
BAR = ("label", "value", "emphasis")
FIGURE = ("value", "label", "operator", "unit", "period", "source")
STORY = ("story", "role", "headline", "text", "timeline")
CALL = ("title", "steps", "hashtag")


def read_plan(path: Path) -> Plan:
    """The plan in the file `path`.

    Raises `Refused` if it cannot be read, or with every faulty line if it is not a plan.
    """
    try:
        with path.open("rb") as file:
            untrusted = file.read(BOUNDS.largest + 1)
    except OSError as error:
        raise Refused(f"{path} could not be opened ({error.strerror}). Check the name and try again.") from error
    return parse_plan(untrusted, path.name, path.parent)


def parse_plan(untrusted: bytes, name: str, folder: Path) -> Plan:
    """The plan that `untrusted` holds; `name` is what messages call it, `folder` where its pictures lie.

    >>> from pathlib import Path
    >>> parse_plan(b"title: Dismissed", "briefing.yml", Path("."))
    Traceback (most recent call last):
    valoshka.errors.Refused: briefing.yml cannot be read as a briefing's plan yet. Nothing was written.
      line 1: `date` is missing here. Add it.
      line 1: `publisher` is missing here. Add it.
    """
    faults = Faults(name)
    fields = Fields(load(untrusted, name), faults, PLAN)
    plan = Plan(
        name=name,
        folder=folder,
        title=fields.wanted("title"),
        subtitle=fields.text("subtitle") or "",
        language=fields.one_of("language", LANGUAGES, "en"),
        date=_date(fields, "date", wanted=True) or "",
        publisher=fields.wanted("publisher"),
        audience=fields.one_of("audience", audiences(), "public"),
        standfirst=fields.each("standfirst", _text),
        figures=fields.each("figures", _figure),
        context=fields.each("context", _part),
        stories=fields.each("stories", _story),
        charts=fields.each("charts", _chart),
        pictures=fields.each("pictures", _picture),
        call=next(iter(fields.each("call_to_action", _call)), None),
        notes=fields.each("notes", _text),
    )
    faults.raise_any()
    return plan


def _date(fields: Fields, key: str, *, wanted: bool = False) -> str | None:
    text = fields.wanted(key) if wanted else fields.text(key)
    if text:
        try:
            edtf.parse(text)
        except edtf.EdtfError as error:
            fields.faults.add(fields.mapping.lines[key], f"`{key}`: {error}")
    return text


def _uses(fields: Fields) -> tuple[str, ...]:
    for word in (words := fields.texts("uses")):
        if word not in consent_items():
            fields.faults.add(
                fields.mapping.lines["uses"], f"`uses` wants consent items: {', '.join(consent_items())}."
            )
    return words


def _text(value: Value, faults: Faults) -> PlannedText:
    if isinstance(value, Scalar):
        return PlannedText(value.line, one_line(value.text))
    fields = group(value, faults, TEXT)
    return PlannedText(
        line=fields.line,
        text=fields.wanted("text"),
        title=fields.text("title"),
        rests_on=fields.texts("rests_on"),
        source=fields.text("source"),
        own_voice=fields.yes("own_voice"),
        uses=_uses(fields),
    )


def _quote(value: Value, faults: Faults) -> PlannedQuote:
    fields = group(value, faults, QUOTE)
    return PlannedQuote(
        fields.line, fields.wanted("quote"), fields.text("translation"), fields.text("speaker"), _uses(fields)
    )


def _part(value: Value, faults: Faults) -> PlannedPart:
    """A text, a quote, a picture or a chart, told apart by the key that only it has."""
    keys = value.entries if isinstance(value, Mapping) else {}
    for key, read in (("quote", _quote), ("file", _picture), ("bars", _chart), ("of", _chart)):
        if key in keys:
            return read(value, faults)
    return _text(value, faults)


def _picture(value: Value, faults: Faults) -> PlannedPicture:
    fields = group(value, faults, PICTURE)
    return PlannedPicture(
        line=fields.line,
        file=fields.wanted("file"),
        alt=fields.wanted("alt"),
        credit=fields.wanted("credit"),
        title=fields.text("title"),
        shows_nobody=fields.one_of("shows", ("somebody", "nobody"), "somebody") == "nobody",
    )


def _chart(value: Value, faults: Faults) -> PlannedChart:
    fields = group(value, faults, CHART)
    fields.one_of("kind", ("bars",), "bars")
    of_acts = fields.text("of") is not None and fields.one_of("of", ("acts",), "acts") == "acts"
    bars = fields.each("bars", _bar)
    if bool(bars) == of_acts:
        faults.add(fields.line, "a chart has either `bars`, or `of: acts` to count the accepted acts of the stories.")
    return PlannedChart(
        line=fields.line,
        title=fields.wanted("title"),
        bars=bars,
        of_acts=of_acts,
        unit=fields.text("unit") or "",
        source=fields.text("source"),
        people=fields.yes("people", default=not of_acts),
    )


def _bar(value: Value, faults: Faults) -> PlannedBar:
    fields = group(value, faults, BAR)
    return PlannedBar(fields.line, fields.wanted("label"), fields.number("value"), fields.yes("emphasis"))


def _figure(value: Value, faults: Faults) -> PlannedFigure:
    fields = group(value, faults, FIGURE)
    return PlannedFigure(
        line=fields.line,
        value=fields.number("value"),
        operator=fields.one_of("operator", OPERATORS, "exactly"),
        unit=fields.text("unit"),
        label=fields.wanted("label"),
        period=_date(fields, "period"),
        source=fields.text("source"),
    )


def _story(value: Value, faults: Faults) -> PlannedStory:
    fields = group(value, faults, STORY)
    pseudonym, headline = fields.wanted("story"), fields.mapping.entries.get("headline")
    if isinstance(headline, Mapping):
        head: PlannedText | PlannedQuote = (
            _quote(headline, faults) if "quote" in headline.entries else _text(headline, faults)
        )
    else:
        head = PlannedText(fields.mapping.lines.get("headline", fields.line), fields.wanted("headline"))
    parts = fields.each("text", _part)
    if not parts:
        faults.add(fields.line, "this story has no `text` yet. Give it a paragraph, or leave the story out.")
    return PlannedStory(fields.line, pseudonym, fields.text("role"), head, parts, fields.yes("timeline", default=True))


def _call(value: Value, faults: Faults) -> PlannedCall:
    fields = group(value, faults, CALL)
    return PlannedCall(fields.line, fields.wanted("title"), fields.texts("steps"), fields.text("hashtag"))
