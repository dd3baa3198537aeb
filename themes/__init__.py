"""The themes that inquit brings."""
