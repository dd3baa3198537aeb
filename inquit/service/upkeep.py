"""The user's folder looked after: checked, backed up, restored, rid of old pages."""

from __future__ import annotations

from inquit.service.pages import user_pages
from inquit.store import restore
from inquit.store.folders import data_dir, data_path
from inquit.store.inspection import InspectedItem, inspect
from inquit.store.pages import page_quota
from inquit.store.pages.inspection import summarize_pages
from inquit.store.pages.page_quota import MEGABYTE, KeptVersion, Pruned
from inquit.store.pages.page_references import find_page_references


def check_store() -> tuple[InspectedItem, ...]:
    """Return what is in the data folder and whether it is as it should be; changes nothing."""
    return inspect(data_dir())


def back_up_store() -> tuple[str, ...]:
    """Keep copies of store, feeds and pages that are never thinned out, and return where.

    Raises:
        StoreError: they could not be made.
    """
    return tuple(map(str, restore.back_up(data_dir())))


def restore_store(backup: str) -> str:
    """Go back to a backup and return what was done; what is there now is backed up first.

    Args:
        backup: its name as `check_store` gives it, or a path.

    Raises:
        StoreError: there is no such backup, or it could not be put in place.
    """
    return restore.restore(data_dir(), backup)


def forget_backups() -> int:
    """Remove all backups, make one new one, and return how many were removed."""
    return restore.forget_backups(data_dir())


def survey_pages() -> tuple[KeptVersion, ...]:
    """Return the kept versions of pages, with what of the reader's work points at them."""
    return page_quota.survey(user_pages(), find_page_references(data_path()))


def describe_pages() -> str:
    """Return how many pages are kept and how much they take, in one line."""
    return summarize_pages(user_pages())


def limit_pages(megabytes: int) -> None:
    """Set how much the kept pages may take from now on."""
    page_quota.set_limit(megabytes * MEGABYTE)


def prune_pages(megabytes: int | None = None) -> Pruned:
    """Remove the oldest kept pages that nothing of the reader's points at.

    Args:
        megabytes: what may be left; None for the limit that is set.
    """
    size = page_quota.limit() if megabytes is None else megabytes * MEGABYTE
    return page_quota.prune(user_pages(), size)
