"""Somebody whom the text names or describes, as far as it has been read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from inquit.attribution.lexicon import nouns
from inquit.attribution.lexicon.spelling import plain
from inquit.attribution.linking.name_parts import is_alone
from inquit.model.quotation import Source, SourceId, SourceKind
from inquit.model.span import Span


@dataclass(slots=True, kw_only=True, eq=False)
class Entity:
    """What is known so far; the id never changes, the rest may get fuller.

    Attributes:
        id: of the source that it becomes once it is credited.
        first: the mention that introduced it.
        name: words of the fullest name, or of the description.
        kind: None where nothing tells yet.
        role: title or function, as the text gives it.
        gender: "m", "f", or "" where no evidence tells.
        gender_sure: the evidence is a title, a role noun or the text's own pronoun.
        aliases: other names in small letters, such as acronyms.
        unnamed: the text withholds or does not give the name.
        plural: more than one.
        last_seen: offset of the last mention.
        last_paragraph: number of the paragraph of that mention.
        introduced: number of the paragraph of the first.
        count: number of mentions.
        called: how often "he" and "she", or a given name, were taken for it: likely, no evidence.
        credited: it is the source of something.
        honoured: a title stood before the name.
        courtesy: a title of courtesy that did, "" where none.
        revealed: described at first, named later.
        acted: the text has it do something, as the subject of a clause.
        members: of whom it is made, where it is several who were named together.
        tentative: only a heading names it, whose capitals do not tell where a name begins.
        age: years, as the text gives them, 0 where it does not.
        callings: what it is by what it does, each with the words that tell more of that.
    """

    id: SourceId
    first: Span
    name: tuple[str, ...]
    kind: SourceKind | None = None
    role: str = ""
    gender: str = ""
    gender_sure: bool = False
    aliases: set[str] = field(default_factory=set)
    unnamed: bool = False
    plural: bool = False
    last_seen: int = 0
    last_paragraph: int = 0
    introduced: int = 0
    count: int = 1
    called: Counter[str] = field(default_factory=Counter)
    credited: bool = False
    honoured: bool = False
    courtesy: str = ""
    acted: bool = False
    revealed: bool = False
    tentative: bool = False
    members: tuple[Entity, ...] = ()
    age: int = 0
    callings: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def display(self) -> str:
        """The name, or the description, as it is shown; a last name alone with its "Mrs."."""
        name = " ".join(self.name)
        return f"{self.courtesy} {name}" if self.courtesy and is_alone(self.name) else name

    @property
    def surname(self) -> str:
        """The last word of the name in small letters, "Jr." and the like left out."""
        words = [plain(word) for word in self.name]
        while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
            words.pop()
        return words[-1]

    @property
    def is_person(self) -> bool:
        """Whether nothing speaks against one human being."""
        kinds = (None, SourceKind.PERSON, SourceKind.UNNAMED)
        return not self.plural and self.kind in kinds and not self.is_document

    @property
    def is_document(self) -> bool:
        """Whether it is only described, and as something written."""
        return self.unnamed and not nouns("document").isdisjoint(self.aliases)

    @property
    def human(self) -> bool:
        """Whether something speaks for a human being: a role, a gender, that it spoke or acted."""
        return len(self.display) > 1 and bool(
            self.role or self.likely_gender or self.credited or self.honoured or self.acted
        )

    def seen(self, offset: int, paragraph: int) -> None:
        """Note a further mention."""
        self.last_seen, self.last_paragraph = max(offset, self.last_seen), paragraph
        self.count += 1

    @property
    def likely_gender(self) -> str:
        """Its gender, or what pronouns were taken for it."""
        return self.gender or max(self.called, key=self.called.__getitem__, default="")

    def accepts(self, gender: str) -> bool:
        """Tell whether a pronoun of this gender may stand for it."""
        return not self.gender or self.gender == gender

    def source(self) -> Source:
        """Return the model's value for what is known now."""
        kind = self.kind or (SourceKind.UNNAMED if self.unnamed else SourceKind.PERSON)
        return Source(id=self.id, name=self.display, kind=kind, role=self.role or None)
