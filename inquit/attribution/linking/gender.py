"""Gender as the text gives evidence of it."""

from __future__ import annotations

from inquit.attribution.linking.given_names import FEMALE, MALE
from inquit.attribution.wordlist import words

MALE_NOUNS = words(
    "man father brother son husband spokesman chairman congressman businessman king prince boy"
    " councilman policeman gentleman uncle grandfather sir widower duke actor waiter"
)
FEMALE_NOUNS = words(
    "woman mother sister daughter wife spokeswoman chairwoman congresswoman businesswoman queen"
    " princess girl councilwoman policewoman lady aunt grandmother widow duchess actress"
    " waitress"
)


NEITHER = frozenset({"human", "woman", "shaman", "talisman", "caiman"})
"""Nouns that only end as those for a man do."""


def is_compound_of_man(noun: str) -> bool:
    """Tell whether a noun in small letters is made of "man" or "woman": `ferryman`."""
    return len(noun) > 5 and noun.endswith("man") and noun not in NEITHER


def gender_of_name(given: str) -> str:
    """Return "m" or "f" where a given name is evidence of it, else ""."""
    lower = given.casefold()
    if lower in MALE and lower not in FEMALE:
        return "m"
    return "f" if lower in FEMALE and lower not in MALE else ""


def gender_of_role(role: str) -> str:
    """Return "m" or "f" where a role noun tells it, else ""."""
    for word in role.casefold().split():
        if word in MALE_NOUNS:
            return "m"
        if word in FEMALE_NOUNS:
            return "f"
        if is_compound_of_man(word):
            return "f" if word.endswith("woman") else "m"
    return ""
