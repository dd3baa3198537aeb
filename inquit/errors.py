"""The exceptions that inquit raises on purpose.

    InquitError
    ├── UserError                 the user's mistake; one clear line, exit code 2
    │   ├── InputError            an input that cannot be opened or read as an article
    │   │   ├── CancelledError    the reader did not want to wait for it any longer
    │   │   └── FeedFoundError    it is a feed, a list of articles
    │   ├── OutputError           a result cannot be written where the user wants it
    │   └── UnknownRecordError    an id or name that the store does not hold
    ├── ModelError                the language model is missing or unusable; exit code 4
    ├── AnalysisStoppedError      the process that analyses ended before it was done
    └── StoreError                the store could not be read or written; exit code 3
        ├── StoreWriteError       nothing was written, the old file is as it was
        ├── StoreLockedError      another process held the lock for too long
        └── DocumentError         a stored document does not hold what it should

The message of each is one line meant for the user.
"""


class InquitError(Exception):
    """Base of every error that inquit raises on purpose."""


class UserError(InquitError):
    """Something the user asked for cannot be done as asked."""


class InputError(UserError):
    """An input cannot be opened, or holds nothing that reads as an article."""


class FeedFoundError(InputError):
    """An input that was to be an article is a feed; its bytes are in `data`."""

    def __init__(self, told: str, data: bytes) -> None:
        """Take the line for the user, and the feed."""
        super().__init__(told)
        self.data = data


class CancelledError(InputError):
    """The reader did not want to wait for an input any longer."""


class OutputError(UserError):
    """A result cannot be written where the user wants it."""


class UnknownRecordError(UserError):
    """An id or a name that the store does not hold."""


class ModelError(InquitError):
    """The language model is missing or cannot be used."""


class AnalysisStoppedError(InquitError):
    """The process that analyses ended before the article was analysed; `code` is its exit code."""

    def __init__(self, code: int | None = None) -> None:
        """Take the exit code, or None where it is not known."""
        super().__init__("The analysis stopped" + ("" if code is None else f" (exit code {code})"))
        self.code = code


class StoreError(InquitError):
    """The store could not be read or written."""


class StoreWriteError(StoreError):
    """A write failed; the file on the disk is as it was before."""


class StoreLockedError(StoreError):
    """Another process held the store's lock for longer than the bounded wait."""


class DocumentError(StoreError):
    """A stored document does not hold what its kind of record needs."""
