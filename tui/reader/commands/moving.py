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
    _quotes.row("quote.next", "n ]", "run('navigation.step', 1)", "Next quote", footer="Next", words="quotation forward said"),
    _quotes.row("quote.previous", "p [", "run('navigation.step', -1)", "Previous quote", footer="Prev", words="quotation back"),
    _quotes.row("quote.next-same", "N", "run('navigation.step_by_source', 1)", "Next quote by the same source", footer="Same", words="speaker person who said"),
    _quotes.row("quote.previous-same", "P", "run('navigation.step_by_source', -1)", "Previous quote by the same source", words="speaker person who said"),
    _quotes.row("quote.next-unnamed", "a", "run('navigation.step_unnamed', 1)", "Next quote by an unnamed source", words="anonymous speaker"),
    _quotes.row("quote.previous-unnamed", "A", "run('navigation.step_unnamed', -1)", "Previous quote by an unnamed source", words="anonymous speaker"),
    _quotes.row("quote.next-unattributed", "x", "run('navigation.step_unattributed', 1)", "Next unattributed quote", words="unknown speaker nobody unresolved"),
    _quotes.row("quote.previous-unattributed", "X", "run('navigation.step_unattributed', -1)", "Previous unattributed quote", words="unknown speaker nobody unresolved"),
    _quotes.row("quote.next-kind", "t", "run('navigation.step_of_kind', 1)", "Next quote of the same kind", words="type direct indirect mixed"),
    _quotes.row("quote.previous-kind", "T", "run('navigation.step_of_kind', -1)", "Previous quote of the same kind", words="type direct indirect mixed"),
    _quotes.row("quote.outer", "(", "run('navigation.go_out')", "Out to the quote around this one", words="nested enclosing"),
    _quotes.row("quote.inner", ")", "run('navigation.go_in')", "Into the quote inside this one", words="nested embedded"),
)

TEXT = (
    _text.row("text.line-down", "j down", "run('navigation.move_lines', 1)", "Line down", words="scroll"),
    _text.row("text.line-up", "k up", "run('navigation.move_lines', -1)", "Line up", words="scroll"),
    _text.row("text.page-down", "space pagedown", "run('navigation.move_pages', 1)", "Page down", words="scroll"),
    _text.row("text.page-up", "b pageup", "run('navigation.move_pages', -1)", "Page up", words="scroll"),
    _text.row("text.half-down", "ctrl+d", "run('navigation.move_pages', 0.5)", "Half a page down", words="scroll"),
    _text.row("text.half-up", "ctrl+u", "run('navigation.move_pages', -0.5)", "Half a page up", words="scroll"),
    _text.row("text.top", "g home", "run('navigation.go_to_top')", "Top of the article; after a number, that paragraph", words="beginning start first"),
    _text.row("text.bottom", "G end", "run('navigation.go_to_end')", "End of the article; after a number, that paragraph", words="bottom last"),
)

JUMPS = (
    _jumps.row("jump.back", "H ctrl+o", "run('navigation.jump_back')", "Back to where you jumped from", words="history return position"),
    _jumps.row("jump.forward", "L", "run('navigation.jump_forward')", "Forward again", words="history position"),
    _jumps.row("jump.set-mark", '"', "run('marks.ask_to_set')", "Set a mark, named by a letter", words="position remember"),
    _jumps.row("jump.to-mark", "'", "run('marks.ask_where_to_go')", "Go to a mark", words="position letter"),
)

FINDING = (
    _finding.row("find.open", "/", "run('search.open')", "Find words in the article", footer="Find", words="search look for text grep"),
    _finding.row("find.next", "f", "run('search.find_again', 1)", "Next hit; so does n until Esc ends the search", words="match find"),
    _finding.row("find.previous", "F", "run('search.find_again', -1)", "Previous hit; so does N until Esc", words="match find search"),
)

HITS = (
    _hits.row("hits.next", "n", "run('search.go_on', 1)", "Next hit of the search", footer="Next hit", words="match find"),
    _hits.row("hits.previous", "N", "run('search.go_on', -1)", "Previous hit of the search", footer="Prev hit", words="match find"),
)
"""Keys of the article's pane that go before the screen's as long as a search lasts."""
