"""The windows of an article in order, each with its reading, from wherever that comes soonest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from inquit.errors import DocumentError, StoreError
from inquit.service.reading.second_process import SecondProcess
from inquit.store.window_readings import WindowReadings

if TYPE_CHECKING:
    from inquit.attribution.window_reading import WindowReading
    from inquit.attribution.windows import Window

AHEAD = 6
"""Windows that may be read before their turn; more would only take memory."""
_WAIT_SECONDS = 0.1


class WindowReader:
    """Reads here, and gives windows further on to a second process where there is one."""

    def __init__(
        self,
        read: Callable[[Window], WindowReading],
        decode: Callable[[bytes], WindowReading],
        *,
        kept: WindowReadings | None = None,
        second: Callable[[], SecondProcess | None] = lambda: None,
    ) -> None:
        """Take what reads.

        Args:
            read: reads a window in this process.
            decode: returns the reading that bytes hold, or raises DocumentError.
            kept: where readings are kept until the analysis is finished, None to keep none.
            second: starts a second process that reads the same windows, or returns None.
        """
        self._read = read
        self._decode = decode
        self._kept = kept
        self._start_second = second
        self._second: SecondProcess | None = None
        self._found: dict[int, bytes] = {}
        self._done: dict[int, WindowReading] = {}
        self._waiting: deque[tuple[int, Window]] = deque()
        self.warning: str | None = None
        """Why readings were not kept, or None."""

    def readings(self, windows: Iterator[Window]) -> Iterator[tuple[Window, WindowReading] | None]:
        """Yield each window with its reading, in order; None each time that it is not there yet.

        Args:
            windows: of the article, from its first.
        """
        numbered = zip(count(), windows)
        self._found = self._kept.get() if self._kept is not None else {}
        self._second = self._start_second()
        try:
            while self._look_ahead(numbered):
                number, window = self._waiting[0]
                self._employ_second()
                reading = self._reading_of(number)
                if reading is None:
                    self._read_on()
                    yield None
                    continue
                self._waiting.popleft()
                yield window, reading
        finally:
            self.close()

    def close(self) -> None:
        """End the second process."""
        if self._second is not None:
            self._second.close()
            self._second = None

    def _look_ahead(self, numbered: Iterator[tuple[int, Window]]) -> bool:
        """Have the next windows waiting; tell whether there is one."""
        while len(self._waiting) < AHEAD and (following := next(numbered, None)) is not None:
            self._waiting.append(following)
        return bool(self._waiting)

    def _reading_of(self, number: int) -> WindowReading | None:
        """Return what was read of a window, or None."""
        if number in self._done:
            return self._done.pop(number)
        kept = self._found.pop(number, None)
        if kept is None:
            return None
        try:
            return self._decode(kept)
        except DocumentError:
            return None

    def _employ_second(self) -> None:
        """Take what the second process has read, and give it what nobody reads yet."""
        second = self._second
        if second is None:
            return
        try:
            self._take(second.results())
        except EOFError:
            self.close()
            return
        # The next window is read here: the second process is for what comes after.
        for number, _ in list(self._waiting)[1:]:
            if self._is_open(number) and second.takes(number):
                second.give(number)

    def _read_on(self) -> None:
        """Read the first window that nobody reads, or wait a little where there is none."""
        for number, window in self._waiting:
            if self._is_open(number):
                reading = self._read(window)
                self._keep(number, reading.encoded() if self._kept is not None else b"")
                self._done[number] = reading
                return
        if self._second is not None:
            try:
                self._take(self._second.results(_WAIT_SECONDS))
            except EOFError:
                self.close()

    def _is_open(self, number: int) -> bool:
        """Tell whether a window is neither read nor being read."""
        given = self._second.outstanding if self._second is not None else []
        return number not in self._done and number not in self._found and number not in given

    def _take(self, results: list[tuple[int, bytes]]) -> None:
        for number, data in results:
            self._done[number] = self._decode(data)
            self._keep(number, data)

    def _keep(self, number: int, data: bytes) -> None:
        if self._kept is None:
            return
        try:
            self._kept.add(number, data)
        except StoreError as error:
            self.warning, self._kept = str(error), None
