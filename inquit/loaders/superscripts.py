"""Superscript characters."""

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
"""For `str.translate`: digits and signs as superscripts."""
