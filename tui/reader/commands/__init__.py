"""The table of commands: bindings, footer, help, palette and README are made from it."""
