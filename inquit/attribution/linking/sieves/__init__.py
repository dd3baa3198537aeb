"""Who a mention refers to: an ordered row of sieves, the surest first; the first answer counts.

After Raghunathan et al., "A Multi-Pass Sieve for Coreference Resolution" (EMNLP 2010), and Muzny
et al., "A Two-stage Sieve Approach for Quote Attribution" (EACL 2017). A sieve reads a mention and
what is known so far; it writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from inquit.attribution.linking.context import Context
from inquit.attribution.linking.mention import Mention
from inquit.attribution.linking.resolution import Resolution
from inquit.attribution.linking.sieves import company, descriptions, labels, names, pronouns

Sieve: TypeAlias = Callable[[Mention, Context], Resolution | None]

SIEVES: tuple[Sieve, ...] = (
    labels.party,
    labels.initials,
    labels.without_letters,
    labels.nobody,
    descriptions.one_of_several,
    pronouns.first_person,
    pronouns.he_or_she,
    pronouns.they,
    pronouns.it,
    pronouns.relative,
    pronouns.open_pronoun,
    company.together,
    company.family,
    company.pair,
    names.misspelt,
    names.named_last,
    names.known,
    names.shared,
    names.new,
    descriptions.kin,
    descriptions.apposition,
    descriptions.described_before,
    descriptions.recalled,
    descriptions.new,
)
"""Those of labels before those of form, names before descriptions, somebody new last."""


def resolve(mention: Mention, context: Context) -> Resolution:
    """Return the first sieve's answer.

    Args:
        mention: what is to be resolved.
        context: what is known up to there.
    """
    answers = (sieve(mention, context) for sieve in SIEVES)
    return next(answer for answer in answers if answer is not None)
