"""Whether corrections still hold, as commands tell it; no article is fetched for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from inquit.errors import InputError, InquitError
from inquit.model.annotation import Correction, CorrectionId
from inquit.model.article import Article, ArticleId
from inquit.model.correction import PlacedCorrection
from inquit.model.engine import AnalysisSetup
from inquit.service.analysis import Analyst, user_cache
from inquit.service.corrections import confirm_correction, is_orphaned, place_corrections
from tui.cli.extract_inputs import each_article
from tui.services.mark_states import State, article_at_hand


def states_of(corrections: Iterable[Correction]) -> dict[CorrectionId, State]:
    """Return what became of corrections; each article is opened once, and none is fetched."""
    opened = cache(article_at_hand)
    return {each.id: _state(each, opened(each.target.article_id)) for each in corrections}


def confirm(correction: Correction, reference: str | None, setup: AnalysisSetup) -> Correction:
    """Return a correction that holds for its article as it is now.

    Args:
        correction: the correction.
        reference: what to take the article from; None for where its id leads to.
        setup: what to analyse with.

    Raises:
        InputError: the article cannot be opened, or there is nothing to confirm.
        ModelError: the model is missing or cannot be used.
    """
    article = _article_of(correction.target.article_id, reference)
    return confirm_correction(correction, article, Analyst(setup, user_cache()))


def _state(correction: Correction, article: Article | None) -> State:
    if article is None:
        return State.UNKNOWN
    (placed,) = place_corrections(article, [correction])
    return _state_of(placed)


def _state_of(placed: PlacedCorrection) -> State:
    if not placed.to_check:
        return State.HOLDS
    return State.ORPHANED if is_orphaned(placed) else State.TO_CHECK


def _article_of(article_id: ArticleId, reference: str | None) -> Article:
    """Return an article from where its id leads to, or from what is named.

    Raises:
        InputError: it is not there.
    """
    if reference is None:
        article = article_at_hand(article_id)
        if article is None:
            raise InputError(f"cannot open {article_id}; name what it is in with --from")
        return article
    faults: list[InquitError] = []
    for article in each_article([reference], faults.append):
        if article.id == article_id:
            return article
    raise InputError(str(faults[0]) if faults else f"{article_id} is not in {reference}")
