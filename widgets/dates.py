"""Formats moments as people write them, in the reader's own time zone."""

from __future__ import annotations

from datetime import datetime


def format_day(moment: str | None) -> str:
    """Return the day of an ISO 8601 moment, as "3 Nov 2026"; anything else unchanged."""
    local = _local(moment)
    return f"{local.day} {local:%b %Y}" if local else moment or ""


def format_minute(moment: str | None) -> str:
    """Return the day and the time of an ISO 8601 moment; anything else unchanged."""
    local = _local(moment)
    return f"{local.day} {local:%b %Y %H:%M}" if local else moment or ""


def _local(moment: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(moment).astimezone() if moment else None
    except (ValueError, OverflowError, OSError):
        return None
