"""Kept pages against a plain dictionary, with crashes, damage and pruning in between."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from inquit.errors import StoreError
from inquit.model.article import ArticleId
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.page_quota import prune
from inquit.store.records.repository import Repository
from tests.store.making import Crash, FailingDisk, bookmark, target

ADDRESSES = st.sampled_from([f"https://{name}.example/" for name in "ab"])
TEXTS = st.sampled_from("123")


class PageMachine(RuleBasedStateMachine):
    """The pages of one folder, what should be there, and what bookmarks hold."""

    @initialize()
    def open_pages(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name) / "data"
        self.disk = FailingDisk()
        self.pages = KeptPages(self.folder, disk=self.disk)
        self.kept: dict[str, list[str]] = {}
        self.held: set[tuple[str, str]] = set()

    def teardown(self) -> None:
        if hasattr(self, "temporary"):
            self.temporary.cleanup()

    def _texts(self, address: str) -> list[str]:
        return [page.text_digest for page in self.pages.versions(address)]

    def _keep(self, address: str, text: str) -> None:
        page = KeptPage(address=address, url=address, text_digest=text)
        self.pages.keep(page, text.encode() * 99, [f"{address}go"])

    @rule(address=ADDRESSES, text=TEXTS)
    def keep(self, address: str, text: str) -> None:
        self._keep(address, text)
        known = self.kept.setdefault(address, [])
        if known[-1:] != [text]:
            known.append(text)

    @rule(address=ADDRESSES, text=TEXTS, step=st.integers(0, 12))
    def crash_while_keeping(self, address: str, text: str, step: int) -> None:
        before = self.kept.get(address, [])
        self.disk.crash(step)
        with contextlib.suppress(Crash):
            self._keep(address, text)
        self.disk.heal()
        found = self._texts(address)
        assert found in (before, [*before, text])
        self.kept[address] = found

    @rule(address=ADDRESSES, cut=st.integers(1, 60), which=st.integers(0, 9))
    def damage(self, address: str, cut: int, which: int) -> None:
        texts = self.kept.get(address)
        if not texts:
            return
        page = self.pages.versions(address)[which % len(texts)]
        path = next(path for path, each in self.pages.all() if each == page)
        path.write_bytes(path.read_bytes()[:-cut])
        with pytest.raises(StoreError):
            self.pages.data(page)
        del texts[which % len(texts)]

    @rule(address=ADDRESSES, text=TEXTS)
    def mark(self, address: str, text: str) -> None:
        if text in self.kept.get(address, []):
            at = replace(target(), article_id=ArticleId(address), text_digest=text)
            with Repository.open(self.folder) as repository:
                repository.add_bookmark(replace(bookmark(), target=at))
            self.held.add((address, text))

    @rule()
    def prune_all(self) -> None:
        prune(self.pages, 0)
        for address, texts in self.kept.items():
            wanted = {text for at, text in self.held if at == address}
            if wanted <= set(texts):
                texts[:] = [text for text in texts if text in wanted]

    @invariant()
    def it_holds_what_the_dictionary_holds(self) -> None:
        if not hasattr(self, "pages"):
            return
        for address, texts in self.kept.items():
            assert self._texts(address) == texts
            page, data, told = self.pages.newest_readable(address)
            assert (page.text_digest if page else None) == (texts[-1] if texts else None)
            assert data == (texts[-1].encode() * 99 if texts else b"")
            assert told is None


TestPages = PageMachine.TestCase
TestPages.settings = settings(
    max_examples=40,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
