"""Parents and spouses by their titles: "her mother", said of Miss Ida Holm, is Mrs. Holm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inquit.attribution.linking.entity import Entity
from inquit.attribution.linking.names import plain
from inquit.attribution.linking.pronouns import SINGULAR
from inquit.attribution.linking.registry import Registry
from inquit.attribution.linking.salience import Trace, fits_one, ranked

KIN = re.compile(r"(his|her)\s+(mother|wife|lady|father|husband)", re.IGNORECASE)
TITLES = {"mother": "mrs", "wife": "mrs", "lady": "mrs", "father": "mr", "husband": "mr"}


def by_kin(
    registry: Registry, text: str, traces: Sequence[Trace], *, before: int, paragraph: int
) -> Entity | None:
    """Return whom a pronoun and a noun of kinship mean, if somebody is known by such a title.

    Args:
        registry: all who were named up to here.
        text: the phrase.
        traces: the mentions before it, in the order of the text.
        before: its offset.
        paragraph: number of its paragraph.
    """
    match = KIN.fullmatch(text.strip())
    if match is None:
        return None
    gender, noun = SINGULAR[match[1].casefold()], match[2].casefold()
    candidates = ranked(traces, before=before, paragraph=paragraph, gender=gender)
    for one in candidates:
        if not fits_one(one.entity, gender) or one.entity.unnamed:
            continue
        titled = [
            entity
            for entity in registry.named(one.entity.surname)
            if len(entity.name) == 1 and plain(entity.courtesy) == TITLES[noun]
        ]
        return titled[0] if len(titled) == 1 and titled[0] is not one.entity else None
    return None
