"""Where conflicts were resolved before; its users move on."""

from __future__ import annotations

from inquit.service.conflict_resolution import BookmarkKeeper, NoteKeeper

__all__ = ["BookmarkKeeper", "NoteKeeper"]
