"""The analyst is made when it is needed, once, and ended only if it was made."""

from __future__ import annotations

from tui.services.analyst_at_need import AnalystAtNeed


class Analyst:
    def __init__(self) -> None:
        self.asked: list[tuple[object, bool, object]] = []
        self.closed = False

    def prepare(self, article) -> None:
        raise AssertionError(f"nobody asked to get ready for {article.id}")

    def batches(self, article, wanted, visible):
        self.asked.append((article, wanted(), visible()))
        return iter(())

    def close(self) -> None:
        self.closed = True


def test_one_analyst_is_made_at_the_first_article_and_ended(article) -> None:
    made: list[Analyst] = []

    def make() -> Analyst:
        made.append(Analyst())
        return made[-1]

    at_need = AnalystAtNeed(make)
    assert not made
    for _ in range(2):
        assert list(at_need.batches(article, lambda: True)) == []
    (analyst,) = made
    assert analyst.asked == [(article, True, None)] * 2
    assert not analyst.closed
    at_need.close()
    assert analyst.closed


def test_none_is_made_to_be_ended() -> None:
    def make() -> Analyst:
        raise AssertionError("nobody needs it")

    AnalystAtNeed(make).close()
