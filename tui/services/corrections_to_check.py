"""The corrections that the reader has to check, as the screens list and confirm them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.annotation import Correction, CorrectionId
from inquit.model.passage import with_marks
from tui.reader.reading_state import Reading

if TYPE_CHECKING:
    from tui.dialogs.corrections import Held


def held_in(reading: Reading) -> Held:
    """Return the corrections of an article as they are listed."""
    from tui.dialogs.corrections import Held

    text = reading.article.text
    words = {each: with_marks(text, span).of(text) for each, span in reading.to_check.items()}
    return Held(placed=reading.corrections, orphaned=reading.orphaned, to_check=words)


def confirmed_in(reading: Reading, correction_id: CorrectionId) -> Correction | None:
    """Return a correction made to hold where it seems to belong, or None where it holds already."""
    from inquit.correcting.reanchoring import reanchor_correction

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
        return "It is not found yet; try again once all quotes are"
    found = (each for each in reading.corrections if each.correction.id == correction_id)
    if any(placed.to_check for placed in found):
        return "Its passage is not in the article any more; it can only be removed (x)"
    return "Its passage is as it was, but what was set right is not found there; x removes it"
