"""The values that the packages exchange: frozen, slotted, keyword-only, without behaviour."""
