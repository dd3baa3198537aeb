"""Quoted runs that no inquit covers: is it a quote at all, and whose?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.introduction import ending_colon, headed_draft, introduction
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.speakers import can_speak
from inquit.attribution.rules.structure import dash_name, title_like
from inquit.attribution.rules.subjects import subject_of
from inquit.model.span import Span

FEWEST_WORDS = 4
"""A shorter run that no inquit covers is a term, a nickname or a scare quote."""
CONTINUED = 0.62
GOVERNED = 0.7
SIGNED = 0.9
NARRATED = 0.6
NEAR_END = 60
"""Code points after a quotation and its inquit, within which its paragraph ends."""
FAR = 2
"""Paragraphs after which somebody is no longer taken to go on speaking."""


@dataclass(slots=True)
class Memory:
    """What the finder remembers of the paragraphs before.

    Attributes:
        paragraph: number of passages read.
        last: the draft read last, with the paragraph where it was.
        in_dialogue: speakers take turns, paragraph by paragraph.
        ended_quoted: number of the last passage that ended with a quotation and its inquit.
        narrated: who acted last in the paragraph before, where that is narration.
        introduced: what the colon at the end of the paragraph before introduces.
        open: the draft whose last run had no closing mark at the end of its paragraph.
    """

    paragraph: int = 0
    last: tuple[int, Draft] | None = None
    in_dialogue: bool = False
    ended_quoted: int = -1
    narrated: Span | None = None
    introduced: Draft | None = None
    open: Draft | None = None

    def turn(self, passage: Passage, draft: Draft) -> None:
        """Note a paragraph that is one turn of a transcript."""
        del passage
        self.paragraph += 1
        self.last = (self.paragraph, draft)
        self.open = self.introduced = None

    def pass_over(self) -> None:
        """Note a paragraph that holds nothing of the article's own."""
        self.paragraph += 1
        self.last = self.open = self.introduced = self.narrated = None

    def chained(self, passage: Passage, own: list[Draft]) -> list[Draft]:
        """Join a passage's first draft to the quotation left open before it.

        Returns:
            The drafts of the passage that are new.
        """
        if not own or not passage.runs:
            return own
        if self.open is None:
            return self._continued(passage, own)
        first = passage.runs[0]
        if self.open.given:
            return own
        if first.outer.start != passage.span.start or 0 not in own[0].runs:
            return own
        if own[0].inquit is not None and self.open.inquit is None and self.open.cue is not None:
            return own
        if own[0].inquit is not None and self.open.inquit is None:
            own[0].contents[:0] = self.open.contents
            self.open.contents.clear()
            return own
        if own[0].inquit is not None and own[0].source is not None and self.open.source is not None:
            if own[0].method is Method.INQUIT:
                self.open.contents += own[0].contents
                own[0].contents = []
                own[0] = self.open
                return own[1:]
            return own
        self.open.contents += own[0].contents
        own[0] = self.open
        return own[1:]

    def _continued(self, passage: Passage, own: list[Draft]) -> list[Draft]:
        """Join a paragraph that is a quotation and nothing else to the one that ended before it."""
        last = self.last[1] if self.last is not None else None
        if (
            last is None
            or last.given
            or self.in_dialogue
            or len(own) > 1
            or own[0].method is not Method.CONTINUED
        ):
            return own
        run = passage.runs[0]
        whole = run.outer.start == passage.span.start and run.outer.end >= passage.span.end - 1
        if not whole or self.ended_quoted != self.paragraph or own[0].source != last.source:
            return own
        last.contents += own[0].contents
        own[0] = last
        return []

    def read(self, passage: Passage, own: list[Draft]) -> None:
        """Note what a passage held, once its drafts are complete."""
        self.paragraph += 1
        self.open = None
        colon = ending_colon(passage)
        self.introduced = (
            introduction(passage, colon) if colon is not None else headed_draft(passage)
        )
        self.narrated = None if own else subject_before(passage, passage.span.end)
        spoken = [draft for draft in own if draft.source is not None]
        if spoken and passage.span.end - _last_offset(spoken[-1]) <= NEAR_END:
            self.ended_quoted = self.paragraph
        if spoken:
            self.last = (self.paragraph, spoken[-1])
        if passage.runs and not passage.runs[-1].closed:
            index = len(passage.runs) - 1
            self.open = next((d for d in own if index in d.runs or d is own[-1]), None)


def _last_offset(draft: Draft) -> int:
    """Return where the last part of a quotation or of its inquit ends, 0 for indirect speech."""
    if not draft.runs:
        return 0
    parts = [*draft.contents, *(part for part in (draft.cue, draft.source) if part is not None)]
    return max(part.end for part in parts)


def leftover_drafts(passage: Passage, own: list[Draft], memory: Memory) -> list[Draft]:
    """Return drafts for the quoted runs of a passage that are quotes though no inquit has them."""
    taken = set().union(*(draft.runs for draft in own)) if own else set()
    drafts: list[Draft] = []
    for index, run in enumerate(passage.runs):
        if index in taken or any(run.inner.overlaps(c) for d in own for c in d.contents):
            continue
        if drafts and index - 1 in drafts[-1].runs and _adjacent(passage, index):
            drafts[-1].contents.append(passage.words_of(index))
            drafts[-1].runs.add(index)
            continue
        draft = _draft(passage, index, own, memory)
        if draft is not None:
            draft.runs = {index}
            drafts.append(draft)
    return drafts


def _adjacent(passage: Passage, index: int) -> bool:
    runs = passage.runs
    return not passage.slice(runs[index - 1].outer.end, runs[index].outer.start).strip()


def _draft(passage: Passage, index: int, own: list[Draft], memory: Memory) -> Draft | None:
    run = passage.runs[index]
    words = passage.slice(run.inner.start, run.inner.end).split()
    signed = dash_name(passage, run.outer.end)
    starts = run.outer.start == passage.span.start
    if signed is not None and (len(words) >= FEWEST_WORDS or (starts and _is_sentence(words))):
        return Draft(
            contents=[passage.words_of(index)],
            source=signed,
            method=Method.SIGNED,
            confidence=SIGNED,
            reason="the name after the quotation signs it",
        )
    if run.outer.start == passage.span.start and memory.introduced is not None:
        return _introduced(passage.words_of(index), memory.introduced)
    before = next((i for i, at in enumerate(passage.run_at) if at == index), 0) - 1
    if before > 0 and passage.doc[before].lower_ == ":" and len(words) >= FEWEST_WORDS:
        introducing = introduction(passage, before)
        if introducing is not None:
            return _introduced(passage.words_of(index), introducing)
    if run.outer.start == passage.span.start and (memory.open is not None or not run.closed):
        return _uncued(passage, passage.words_of(index), memory, own)
    if _stands_alone(passage, index) and _is_sentence(words):
        return _uncued(passage, passage.words_of(index), memory, own)
    if len(words) < FEWEST_WORDS or title_like(words):
        return None
    if _stands_alone(passage, index):
        return _uncued(passage, passage.words_of(index), memory, own)
    return _governed(passage, index, memory, own)


def _introduced(inner: Span, introducing: Draft) -> Draft:
    return replace(introducing, contents=[inner], runs=set())


def _is_sentence(words: list[str]) -> bool:
    """Tell whether a run is written as a sentence, however short."""
    return bool(words) and words[0][:1].isupper() and words[-1][-1:] in tuple(".!?…—–-")


def _stands_alone(passage: Passage, index: int) -> bool:
    """Tell whether a run is a sentence of its own among those of its paragraph."""
    run = passage.runs[index]
    before = passage.slice(passage.span.start, run.outer.start).rstrip()
    after = passage.slice(run.outer.end, passage.span.end).strip()
    inside = passage.slice(run.inner.end - 1, run.inner.end)
    starts = not before or before[-1] in ".!?:…”\"’'"
    return starts and (inside in ".!?…," or not after or not run.closed)


def _narrated(inner: Span, source: Span) -> Draft:
    return Draft(
        contents=[inner],
        source=source,
        method=Method.NARRATED,
        confidence=NARRATED,
        reason="no inquit; whose doings are told right before the quotation",
    )


def _uncued(passage: Passage, inner: Span, memory: Memory, own: list[Draft]) -> Draft:
    """Return the draft of a quotation without an inquit: whoever spoke last goes on."""
    before = [draft for draft in own if draft.contents and min(draft.contents) < inner]
    near = None if before else subject_before(passage, inner.start)
    if near is not None and not memory.in_dialogue:
        return _narrated(inner, near)
    who = _speaking(memory, before)
    if who is None and memory.narrated is not None and not memory.in_dialogue:
        return _narrated(inner, memory.narrated)
    if who is None or who.source is None:
        return Draft(
            contents=[inner],
            method=Method.UNATTRIBUTED,
            confidence=0.0,
            reason="a quotation that nobody nearby is said to have spoken",
        )
    return Draft(
        contents=[inner],
        source=who.source,
        method=Method.CONTINUED,
        confidence=min(CONTINUED, who.confidence),
        reason="no inquit; whoever was quoted just before goes on",
    )


def _speaking(memory: Memory, before: list[Draft]) -> Draft | None:
    """Return the draft of who speaks: who spoke last, but for dialogue, see `turns`."""
    if before:
        return max(before, key=lambda draft: min(draft.contents))
    if memory.open is not None:
        return memory.open
    if memory.in_dialogue:
        return None
    now = memory.paragraph + 1
    if memory.last is not None and now - memory.last[0] <= FAR:
        return memory.last[1]
    return None


def subject_before(passage: Passage, offset: int) -> Span | None:
    """Return who acts in the last sentence outside quotations before an offset, else None."""
    for token in reversed(passage.doc):
        if passage.starts[token.i] >= offset or passage.run_at[token.i] >= 0:
            continue
        if token.dep_ != "nsubj" or token.head.dep_ not in ("ROOT", "conj", "ccomp"):
            continue
        if token.tag_ in ("NNP", "PRP") and token.lower_ not in ("it", "there", "i", "we", "you"):
            return passage.span_of(*trimmed(noun_phrase(token), token))
    return None


def _governed(passage: Passage, index: int, memory: Memory, own: list[Draft]) -> Draft | None:
    """Return the draft of a run inside somebody's sentence: its subject is credited."""
    tokens = [token for token in passage.doc if passage.run_at[token.i] == index]
    if not tokens:
        return None
    sentence = tokens[0].sent
    above = [token for token in tokens[0].ancestors if token.tag_.startswith("VB")]
    verbs = [token.head for token in above if token.dep_ == "ccomp" and token.head.i < token.i]
    verbs += above
    verbs += [token for token in sentence if token.tag_.startswith("VB")]
    for verb in verbs:
        if passage.run_at[verb.i] >= 0:
            continue
        subject = subject_of(verb)
        if subject is None or passage.run_at[subject.i] >= 0 or subject.lower_ == "it":
            continue
        if can_speak(subject):
            return Draft(
                contents=[passage.words_of(index)],
                cue=passage.token_span(verb),
                cue_lemma=verb.lower_,
                source=passage.span_of(*trimmed(noun_phrase(subject), subject)),
                method=Method.GOVERNED,
                confidence=GOVERNED,
                reason=f"stands in the sentence of which “{subject.text}” is the subject",
            )
    return _uncued(passage, passage.words_of(index), memory, own)
