"""The line above what a message answers: `On Monday at 4:30 PM, Tom Holt <t@example.org> wrote:`.

As mail programs put it there (RFC 3676, section 4.5, calls what follows quoted text).
"""

from __future__ import annotations

import re

from inquit.attribution.letters import of_any_script
from inquit.attribution.passage import Passage
from inquit.attribution.rules.draft import Draft
from inquit.model.span import Span

SURE = 0.9
_LINE = re.compile(
    r"^(?P<before>[^\n]{1,160}?)(?P<address>\s*[<(\[](?:mailto:)?[^\s<>()\[\]@]{1,80}@[^\n]{1,120}?)?"
    r"\s(?P<cue>wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef)\s?:$"
)
_DATED = re.compile(r"\d")
_NAME = re.compile(
    of_any_script(
        r"(?:^|[\s\"“',])(?P<name>(?:(?:d[eai]|van|von|der|den|al|bin|la|le|of)\s+|[A-Z][\w.’'\-]*\s+){0,4}"
        r"[A-Z][\w.’'\-]+)[\"”']?,?$"
    )
)
_OF_DATES = frozenset(
    """am pm at on le el am op il um mon tue wed thu fri sat sun monday tuesday wednesday thursday
    friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february
    march april june july august september october november december utc gmt cet cest est edt cst
    cdt mst mdt pst pdt bst""".split()
)


def reply_draft(passage: Passage) -> Draft | None:
    """Return the draft, without contents, of whoever such a line names; else None."""
    match = _LINE.match(passage.text)
    if match is None or not (match["address"] or _DATED.search(match["before"])):
        return None
    named = _NAME.search(match["before"].rstrip(" ,"))
    if named is None:
        return None
    start, name = named.start("name"), named["name"]
    while name.split()[0].strip(".,").casefold() in _OF_DATES and " " in name:
        rest = name.split(None, 1)[1]
        start, name = start + len(name) - len(rest), rest
    if name.strip(".,").casefold() in _OF_DATES:
        return None
    at = passage.span.start
    return Draft(
        contents=[],
        cue=Span(at + match.start("cue"), at + match.end("cue")),
        cue_lemma="write",
        source=Span(at + start, at + start + len(name)),
        method="introduced",
        confidence=SURE,
        reason="the line above says who wrote it",
    )
