"""The questions that are asked before something is corrected, as values without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inquit.model.correction import Proposal
    from tui.dialogs.picker import Picked, Picker
    from tui.dialogs.prompt import Prompt
    from widgets.row import ListRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to correct, and what to say once it is done."""

    proposal: Proposal
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PickQuestion:
    """A question that is answered by picking a row; the fields are those of `Picker`."""

    title: str
    rows: Sequence[ListRow]
    answer: Callable[[Picked], Answer | None]
    hint: str = ""
    new: str | None = None
    at: str | None = None

    def screen(self) -> Picker:
        """Return the dialog that asks."""
        from tui.dialogs.picker import Picker

        return Picker(self.title, self.rows, hint=self.hint, new=self.new, at=self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeQuestion:
    """A question that is answered by typing a line; the fields are those of `Prompt`."""

    title: str
    text: str
    answer: Callable[[str], Answer | None]
    hint: str
    replaced: bool = False

    def screen(self) -> Prompt:
        """Return the dialog that asks."""
        from tui.dialogs.prompt import Prompt

        return Prompt(self.title, self.text, hint=self.hint, replaced=self.replaced)


Question = PickQuestion | TypeQuestion | Answer | str
"""What to ask; an answer where nothing needs asking, words where nothing can be corrected."""
