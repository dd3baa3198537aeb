"""An article of our own making, as paragraphs; the same at every run."""

from __future__ import annotations

import random

_WHO = (
    "The mayor, Ana Silva,", "Her deputy, Tom Holt,", "The harbour master, Lin Wei,",
    "A fisherman, Per Lund,", "The engineer Ida Rowe", "The council’s lawyer, Karl Denz,",
)  # fmt: skip
_SAID = (
    "the pier would stay shut until the piles had been looked at by divers",
    "nobody had been warned that the storm would come a day before the forecast",
    "the town had paid for two winters of repairs and seen nothing of them",
    "the ferry could use the old quay as long as the wind came from the land",
    "the letters that the residents wrote in March were read, but not answered",
)
_QUOTED = (
    "We saw it coming, and we said so in public more than once.",
    "It is a fair price for a bridge that will stand for eighty years.",
    "I do not know who signed it, and I would like to know.",
    "Nobody on the quay believed that it would hold until the spring.",
)
_TOLD = (
    "The meeting went on until late in the evening, and the hall was full to the last chair.",
    "On the quay the shops have put boards in front of their windows, as they do before a storm.",
    "A survey of the sea bed, which was promised for the autumn, has not been made yet.",
    "The state pays half of the works, the county a third, and the town what is left.",
)


def paragraphs(words: int = 800, *, seed: int = 1) -> list[str]:
    """Return paragraphs of news of about so many words in all."""
    chance = random.Random(seed)
    made: list[str] = []
    while sum(len(each.split()) for each in made) < words:
        who, said = chance.choice(_WHO), chance.choice(_SAID)
        sentences = [
            f"{who} told the council on day {len(made) + 1} of the hearing that {said}.",
            f"“{chance.choice(_QUOTED)}” {chance.choice(_TOLD)}",
            chance.choice(_TOLD),
        ]
        made.append(" ".join(sentences[: chance.randint(1, 3)]))
    return made
