"""What the tests of linking make: entities met in a text, mentions, contexts."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.linking.context import Context
from inquit.attribution.linking.entities import Entities
from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.interview import Parties
from inquit.attribution.linking.mention import Mention, read_mention
from inquit.attribution.linking.names import names_in
from inquit.attribution.linking.resolution import Resolution
from inquit.attribution.linking.salience import Trace
from inquit.attribution.linking.sieves import descriptions
from inquit.model.span import Span


class Story:
    """A text of which some people were met, a paragraph a line."""

    def __init__(self, text: str) -> None:
        """Start with nobody met."""
        self.text = text
        self.entities = Entities("0" * 12)
        self.trail: list[Trace] = []
        self.parties = Parties()

    def span(self, words: str, *, last: bool = False) -> Span:
        """Return where some words stand, the first time or the last."""
        at = self.text.rindex(words) if last else self.text.index(words)
        return Span(at, at + len(words))

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph of an offset."""
        return self.text.count("\n", 0, at) + 1

    def meet(self, name: str, *, subject: bool = True, **more: bool) -> Entity:
        """Note a name where it stands first, and that its bearer acts there."""
        span = self.span(name)
        (parts,) = names_in(name, offset=span.start)
        entity = self.entities.note(parts, self.paragraph(span.start))
        assert entity is not None
        self.trace(entity, span, subject=subject, **more)
        return entity

    def describe(self, words: str, **more: bool) -> Entity:
        """Take a description for somebody new."""
        mention = self.mention(words)
        answer = descriptions_new(mention, self.context())
        found = self.entities.settle(mention, answer)
        assert found.entity is not None
        self.trace(found.entity, mention.span, subject=True, **more)
        return found.entity

    def trace(self, entity: Entity, span: Span, *, subject: bool, **more: bool) -> None:
        """Remember a mention."""
        if subject:
            self.entities.act(entity)
        self.trail.append(
            Trace(
                at=span.start,
                end=span.end,
                entity=entity,
                paragraph=self.paragraph(span.start),
                quoted=False,
                subject=subject,
                **more,
            )
        )

    def mention(self, words: str, *, last: bool = True) -> Mention:
        """Read a mention."""
        span = self.span(words, last=last)
        return read_mention(self.text, span, self.paragraph(span.start))

    def context(self, *, speaker: Entity | None = None) -> Context:
        """Return what is known at the end."""
        trail: Sequence[Trace] = tuple(self.trail)
        return Context(entities=self.entities, trail=trail, speaker=speaker, parties=self.parties)


def descriptions_new(mention: Mention, context: Context) -> Resolution:
    """Return the answer of the last sieve."""
    answer = descriptions.new(mention, context)
    assert answer is not None
    return answer
