"""What the reader said of two sources in different articles: that they are one, or that not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from inquit.model.annotation import SourceKey
from inquit.model.article import ArticleId

IdentityId = NewType("IdentityId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """That a source is a certain person or body, or is not.

    Attributes:
        id: its id.
        person: the key of the name by which the person or body is known.
        person_name: that name as it was shown.
        key: the key of the source that was ruled on.
        name: its name as it was shown.
        articles: the articles that this holds in; none where it holds in all.
        same: whether it is that person or body.
        created: when that was said, aware and in UTC.
        modified: when it was changed last, likewise.
    """

    id: IdentityId
    person: SourceKey
    person_name: str
    key: SourceKey
    name: str
    articles: tuple[ArticleId, ...]
    same: bool
    created: datetime
    modified: datetime
