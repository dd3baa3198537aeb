"""Makes sources of articles for the tests of dossiers."""

from __future__ import annotations

from datetime import UTC, datetime

from inquit.library.dossier.values import Occurrence
from inquit.library.index.entries import IndexedArticle
from inquit.model.annotation import name_key
from inquit.model.article import ArticleId
from inquit.model.identity import Identity, IdentityId


def occurrence(
    name: str, role: str = "", *, article: int = 1, quotes: int = 1, kind: str = "person"
) -> Occurrence:
    return Occurrence(
        number=article * 100 + len(name),
        key=name_key(name),
        name=name,
        kind=kind,
        role=role,
        quotes=quotes,
        article=IndexedArticle(
            number=article,
            article_id=f"a{article}",
            text_digest="",
            title=f"T{article}",
            site="",
            byline="",
            day=None,
            remembered="",
            engine=None,
        ),
    )


def ruling(person: str, name: str, *articles: str, same: bool, at: int = 1) -> Identity:
    moment = datetime(2026, 11, at, tzinfo=UTC)
    return Identity(
        id=IdentityId(f"{person}-{name}-{at}"),
        person=name_key(person),
        person_name=person,
        key=name_key(name),
        name=name,
        articles=tuple(map(ArticleId, articles)),
        same=same,
        created=moment,
        modified=moment,
    )
