"""Text that answers other text, in mail and in plain text alike."""

from __future__ import annotations

import pytest

from inquit.loaders.mail.message import load_mail
from inquit.loaders.text.plain_text import load_bytes
from inquit.model.article import Article
from inquit.model.structure import BlockKind

HEAD = b"From: Anna Brisk <a@example.org>\nSubject: Bridge\nContent-Type: text/plain\n\n"


@pytest.fixture(params=["mail", "plain text"])
def read(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    """What reads a text, as a mail or as it is."""
    if request.param == "mail":
        return lambda text: load_mail(HEAD + text.encode(), article_id=None, origin="mail")
    return lambda text: load_bytes(text.encode(), article_id=None, origin="text")


def _shape(article: Article) -> list[tuple[int, str]]:
    """Return each paragraph with the level that it is quoted to."""
    levels = {
        block.span: block.level for block in article.blocks if block.kind is BlockKind.BLOCK_QUOTE
    }
    return [(levels.get(span, 0), span.of(article.text)) for span in article.block_spans]


def test_quoted_lines_are_block_quotes_without_their_marks(read) -> None:  # type: ignore[no-untyped-def]
    text = "I agree.\n\nOn Tue, 3 Jan 2023 Tom Holt wrote:\n\n> Shall we open?\n\nFine."
    assert _shape(read(text)) == [
        (0, "I agree."),
        (0, "On Tue, 3 Jan 2023 Tom Holt wrote:"),
        (1, "Shall we open?"),
        (0, "Fine."),
    ]


def test_a_line_inside_a_quotation_that_names_who_wrote_is_no_part_of_it(read) -> None:  # type: ignore[no-untyped-def]
    text = "Tom Holt writes:\n> Shall we open?\n> On Sunday Vera Lund wrote:\n>> Never.\n> Why not?"
    article = read(text)
    assert _shape(article) == [
        (0, "Tom Holt writes:"),
        (1, "Shall we open?"),
        (0, "On Sunday Vera Lund wrote:"),
        (2, "Never."),
        (1, "Why not?"),
    ]
    assert article.blocks[-1].opens


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, Feb 27, 2023 at 4:30 PM Tom Holt via Council Lists\n<tom@example.org> wrote:",
        "On Mon, Feb 27, 2023 at 4:30 PM Tom Holt via Council Lists <tom@example.org>\nwrote:",
        'On Mon, Feb 27, 2023 at 4:30 PM "Holt, Tom via Council Lists"\n<tom@example.org> wrote:',
    ],
)
def test_a_wrapped_line_that_names_who_wrote_is_whole(read, line: str) -> None:  # type: ignore[no-untyped-def]
    (_, first), *rest = _shape(read(f"{line}\n\n> Yes, we shall."))
    assert "Tom Holt" in first or "Holt, Tom" in first
    assert first.endswith("<tom@example.org> wrote:")
    assert rest == [(1, "Yes, we shall.")]


def test_marks_that_answer_nobody_stay_in_plain_text() -> None:
    article = load_bytes(b"The prompt is:\n\n> open the gate", article_id=None, origin="text")
    assert article.text.endswith("> open the gate")
