"""Which common nouns can be somebody who speaks."""

from __future__ import annotations

from spacy.tokens import Token

from inquit.attribution.lexicon import nouns
from inquit.attribution.wordlist import words

OTHERS = words(
    """
    child kid girl boy friend colleague neighbor neighbour driver farmer customer passenger guest
    boss peer reader viewer visitor worker cousin parent relative couple crowd sign letter poster
    banner headline caption text message ad advertisement editorial article essay document book
    poll survey study report statement resolution platform memo lawsuit complaint indictment
    """
)
"""People, and things that are read aloud, so to say."""
SPEAKERS = nouns("role", "group", "withheld", "body", "m", "f") | OTHERS


def can_speak(token: Token) -> bool:
    """Tell whether a word can be somebody who speaks: a name, a pronoun, a noun for people."""
    if token.tag_ in ("NNP", "NNPS", "PRP"):
        return token.lower_ not in ("it", "there")
    return is_speaker(token.lower_)


def is_speaker(noun: str) -> bool:
    """Tell whether a common noun in small letters, one or many, is one for who can speak."""
    return noun in SPEAKERS or (noun.endswith("s") and noun[:-1] in SPEAKERS)
