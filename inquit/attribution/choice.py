"""Which finder an article has, and which encoder reads for it."""

from __future__ import annotations

from inquit.attribution.finder import Finder
from inquit.attribution.finding.encoder.weights import Encoder, load_encoder
from inquit.attribution.finding.learned_finder import LearnedFinder
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.attribution.rules.finder import RuleFinder
from inquit.model.article import Article
from inquit.model.engine import Engine


def finder_for(article: Article) -> Finder:
    """Return the finder for an article, fresh.

    The encoder learned from news; the dialogue of fiction is left to the rules.
    """
    in_dialogue = reads_as_dialogue(article)
    rules = RuleFinder(text=article.text, in_dialogue=in_dialogue)
    return rules if in_dialogue else LearnedFinder(rules=rules, text=article.text)


def encoder_for(article: Article, engine: Engine = Engine.STANDARD) -> Encoder | None:
    """Return what reads an article's windows for its finder, None where that needs nothing.

    Args:
        article: what is to be read.
        engine: which encoder reads it.

    Raises:
        ModelError: the engine's weights are missing or damaged.
    """
    return None if reads_as_dialogue(article) else load_encoder(engine)
