"""The keys of visual mode: they work in the article while a selection is made by the keyboard."""

from __future__ import annotations

from textual.binding import BindingType

from widgets.bindings import hidden


def _extends(keys: str, name: str, description: str) -> BindingType:
    """Return a binding of visual mode; the reader's screen runs it as `extend(name)`."""
    return hidden(keys, f"screen.extend('{name}')", description, f"visual.{name}")


VISUAL: list[BindingType] = [
    _extends("l,right", "next-character", "Select on by a character"),
    _extends("h,left", "previous-character", "Select back by a character"),
    _extends("w,e", "next-word", "Select on by a word"),
    _extends("b", "previous-word", "Select back by a word"),
    _extends("j,down", "next-line", "Select on by a line"),
    _extends("k,up", "previous-line", "Select back by a line"),
    _extends("end,dollar_sign", "line-end", "Select to the line's end"),
    _extends("home,circumflex_accent", "line-start", "Select to the line's beginning"),
    _extends("right_parenthesis", "next-sentence", "Select on by a sentence"),
    _extends("left_parenthesis", "previous-sentence", "Select back by a sentence"),
    _extends("right_curly_bracket", "next-paragraph", "Select on by a paragraph"),
    _extends("left_curly_bracket", "previous-paragraph", "Select back by a paragraph"),
    _extends("quotation_mark", "quote", "Select the current quote, then on by a quote"),
    _extends("o", "other-end", "Go on from the selection's other end"),
    _extends("v", "anew", "Begin the selection anew from here"),
]
