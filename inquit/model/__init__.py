"""The values that inquit speaks in: frozen, slotted, keyword-only; they do nothing."""
