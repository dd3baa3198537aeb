"""Quotations of a draft, held against what articles have: values in, verdicts out. Pure.

What counts as a word, and what as a difference in marks alone, is said in `words`; what the
writer's ellipses and square brackets may stand for in `draft`; when parts are said apart in
`passages`; how a verdict is reached in `judging`.
"""
