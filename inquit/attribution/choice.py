"""Which finder reads an article."""

from __future__ import annotations

from spacy.language import Language

from inquit.attribution.finder import Finder
from inquit.attribution.rules.dialogue import reads_as_dialogue
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.tagger.finder import TaggerFinder
from inquit.attribution.tagger.weights import can_read, load_networks
from inquit.model.article import Article


def finder_for(article: Article, nlp: Language) -> Finder:
    """Return the finder for an article, fresh.

    The networks read what the default pipeline writes, and learned from news; any other
    pipeline, and the dialogue of fiction, is left to the rules.

    Args:
        article: what is to be read.
        nlp: the pipeline that parses it.
    """
    in_dialogue = reads_as_dialogue(article)
    rules = RuleFinder(text=article.text, in_dialogue=in_dialogue)
    if in_dialogue or not can_read(nlp):
        return rules
    networks, calibration = load_networks()
    return TaggerFinder(networks, calibration, rules=rules, text=article.text)
