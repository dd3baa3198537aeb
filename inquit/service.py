"""Open, analyse, annotate, export: the one module that composes the others."""
