"""What a client and the analyser tell each other.

A client that comes by the analyser's name says first what it is installed with, and is welcome
only where that is the same; whatever version it is, it may ask how things are, or to stop.
Requests are numbered by the client that makes them, and each reply carries the number of its
request: a client leaves out what still comes for one that it has given up.
"""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from inquit.service.analyser.installation import Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """Introduces a client that comes by the analyser's name."""

    installation: Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Lets a client ask for analyses."""

    installation: Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStatus:
    """Asks how things are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How things are with an analyser that stays.

    Attributes:
        process: its process id.
        installation: what it computes with.
        clients: how many programs are connected that it may analyse for.
        idle: seconds for which there has been none.
    """

    process: int
    installation: Installation
    clients: int
    idle: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Ends the analyser; there is no reply but the end of the connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse:
    """Asks for the analysis of an article; it takes the place of what the client asked before.

    Attributes:
        number: the request's number.
        article: what to analyse.
        cache: the folder of cached analyses, or None to keep and take none.
        topics: whether to find what was talked about as well as what was said.
        visible: what part of the article is on the client's screen, or None for none.
    """

    number: int
    article: Article
    cache: str | None
    topics: bool
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
    """The article is analysed.

    Attributes:
        number: the request's.
        warning: why the analysis was not cached, or None.
        stays: whether the analyser stays when its clients have left.
    """

    number: int
    warning: str | None
    stays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The article cannot be analysed; reason is one line to show to the user."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """The analyser is at work for another client and has not taken the request."""

    number: int


Request = Hello | AskStatus | Stop | Analyse | Scrolled | Cancel
Answer = Found | Finished | Failed | Busy
"""What a request for an analysis is replied."""

Reply = Welcome | Status | Answer
Message = Request | Reply
