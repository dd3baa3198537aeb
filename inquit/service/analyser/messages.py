"""What a client and the analyser tell each other.

Requests are numbered by the client that makes them, and each reply carries the number of its
request: a client leaves out what still comes for one that it has given up.
"""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse:
    """Asks for the analysis of an article; it takes the place of what the client asked before.

    Attributes:
        number: the request's number.
        article: what to analyse.
        cache: the folder of cached analyses, or None to keep and take none.
        visible: what part of the article is on the client's screen, or None for none.
    """

    number: int
    article: Article
    cache: str | None
    visible: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrolled:
    """Tells that another part of the article is on the screen now."""

    number: int
    visible: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Gives up a request."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Another stretch of the article is analysed."""

    number: int
    batch: AnalysisBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The article is analysed; warning is why the analysis was not cached, or None."""

    number: int
    warning: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The article cannot be analysed; reason is one line to show to the user."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """The analyser is at work for another client and has not taken the request."""

    number: int


Request = Analyse | Scrolled | Cancel
Reply = Found | Finished | Failed | Busy
Message = Request | Reply
