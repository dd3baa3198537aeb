"""Which finder reads an article."""

from __future__ import annotations

from inquit.attribution.finder import Finder
from inquit.attribution.finding.encoder.weights import load_encoder
from inquit.attribution.finding.learned_finder import LearnedFinder
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.attribution.rules.finder import RuleFinder
from inquit.model.article import Article
from inquit.model.engine import Engine


def finder_for(article: Article, engine: Engine = Engine.STANDARD) -> Finder:
    """Return the finder for an article, fresh.

    The encoder learned from news; the dialogue of fiction is left to the rules.

    Args:
        article: what is to be read.
        engine: which encoder reads it.

    Raises:
        ModelError: the engine's weights are missing or damaged.
    """
    in_dialogue = reads_as_dialogue(article)
    rules = RuleFinder(text=article.text, in_dialogue=in_dialogue)
    if in_dialogue:
        return rules
    return LearnedFinder(load_encoder(engine), rules=rules, text=article.text)
