"""Raised signs as characters of their own."""

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
"""For `str.translate`: digits and signs as they stand raised."""
