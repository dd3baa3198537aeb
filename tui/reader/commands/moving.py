"""Commands that move in the article: by quotes, by text, by jumps, by what is found."""

from __future__ import annotations

from widgets.command import Section, When

# A row of the table is a line.
# fmt: off

_quotes = Section(title="Quotes")
_text = Section(title="Text")
_jumps = Section(title="Jumps")
_finding = Section(title="Finding")
_hits = Section(title="Going through the hits of a search", place="hits", when=When.SEARCHING)

QUOTES = (
    _quotes.row("quote.next", "n ]", "next", "Next quote", footer="Next", words="quotation forward said"),
    _quotes.row("quote.previous", "p [", "previous", "Previous quote", footer="Prev", words="quotation back"),
    _quotes.row("quote.next-same", "N", "next_same", "Next quote by the same source", footer="Same", words="speaker person who said"),
    _quotes.row("quote.previous-same", "P", "previous_same", "Previous quote by the same source", words="speaker person who said"),
    _quotes.row("quote.next-unnamed", "a", "next_unnamed", "Next quote by an unnamed source", words="anonymous speaker"),
    _quotes.row("quote.previous-unnamed", "A", "previous_unnamed", "Previous quote by an unnamed source", words="anonymous speaker"),
    _quotes.row("quote.next-unattributed", "x", "next_unattributed", "Next unattributed quote", words="unknown speaker nobody unresolved"),
    _quotes.row("quote.previous-unattributed", "X", "previous_unattributed", "Previous unattributed quote", words="unknown speaker nobody unresolved"),
    _quotes.row("quote.next-kind", "t", "next_kind", "Next quote of the same kind", words="type direct indirect mixed"),
    _quotes.row("quote.previous-kind", "T", "previous_kind", "Previous quote of the same kind", words="type direct indirect mixed"),
    _quotes.row("quote.outer", "(", "outer", "Out to the quote around this one", words="nested enclosing"),
    _quotes.row("quote.inner", ")", "inner", "Into the quote inside this one", words="nested embedded"),
)

TEXT = (
    _text.row("text.line-down", "j down", "lines(1)", "Line down", words="scroll"),
    _text.row("text.line-up", "k up", "lines(-1)", "Line up", words="scroll"),
    _text.row("text.page-down", "space pagedown", "pages(1)", "Page down", words="scroll"),
    _text.row("text.page-up", "b pageup", "pages(-1)", "Page up", words="scroll"),
    _text.row("text.half-down", "ctrl+d", "pages(0.5)", "Half a page down", words="scroll"),
    _text.row("text.half-up", "ctrl+u", "pages(-0.5)", "Half a page up", words="scroll"),
    _text.row("text.top", "g home", "top", "Top of the article; after a number, that paragraph", words="beginning start first"),
    _text.row("text.bottom", "G end", "bottom", "End of the article; after a number, that paragraph", words="bottom last"),
)

JUMPS = (
    _jumps.row("jump.back", "H ctrl+o", "back", "Back to where you jumped from", words="history return position"),
    _jumps.row("jump.forward", "L", "forward", "Forward again", words="history position"),
    _jumps.row("jump.set-mark", '"', "set_mark", "Set a mark, named by a letter", words="position remember"),
    _jumps.row("jump.to-mark", "'", "go_to_mark", "Go to a mark", words="position letter"),
)

FINDING = (
    _finding.row("find.open", "/", "find", "Find words in the article", footer="Find", words="search look for text grep"),
    _finding.row("find.next", "f", "next_hit", "Next hit; so does n until Esc ends the search", words="match find"),
    _finding.row("find.previous", "F", "previous_hit", "Previous hit; so does N until Esc", words="match find search"),
)

HITS = (
    _hits.row("hits.next", "n", "hit(1)", "Next hit of the search", footer="Next hit", words="match find"),
    _hits.row("hits.previous", "N", "hit(-1)", "Previous hit of the search", footer="Prev hit", words="match find"),
)
"""Keys of the article's pane that go before the screen's as long as a search lasts."""
