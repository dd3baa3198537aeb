"""Where drafts were found before; their users move on."""

from __future__ import annotations

from inquit.service.records import Annotation, KeptDrafts, LeftDraft

__all__ = ["Annotation", "KeptDrafts", "LeftDraft"]
