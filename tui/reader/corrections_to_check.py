"""The corrections of an article that the user has to check, and how they are confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.passage import with_marks

if TYPE_CHECKING:
    from inquit.model.annotation import Correction, CorrectionId
    from tui.dialogs.corrections import ListedCorrections
    from tui.reader.state import Reading


def list_corrections(reading: Reading) -> ListedCorrections:
    """Return the corrections of an article as the list shows them."""
    from tui.dialogs.corrections import ListedCorrections

    text = reading.article.text
    words = {each: with_marks(text, span).of(text) for each, span in reading.to_check.items()}
    return ListedCorrections(placed=reading.corrections, orphaned=reading.orphaned, to_check=words)


def confirm_correction(reading: Reading, correction_id: CorrectionId) -> Correction | None:
    """Return a correction anchored anew where it seems to belong, or None if it needs no check."""
    from inquit.service.corrections import reanchor_correction

    span = reading.to_check.get(correction_id)
    found = (each.correction for each in reading.corrections)
    correction = next((each for each in found if each.id == correction_id), None)
    if span is None or correction is None:
        return None
    return reanchor_correction(correction, reading.article, span, reading.all_found())


def why_not_confirmed(reading: Reading, correction_id: CorrectionId) -> str:
    """Return why there is nothing to confirm about a correction."""
    if correction_id not in reading.orphaned:
        return "Nothing to confirm: the article did not change around this correction"
    if reading.analysed is not None:
        return "It is not found yet; try again once all quotes are found"
    found = (each for each in reading.corrections if each.correction.id == correction_id)
    if any(placed.to_check for placed in found):
        return "Its passage is not in the article any more; it can only be removed (x)"
    return "Its passage is as it was, but what it corrects is not found there; x removes it"
