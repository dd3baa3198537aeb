"""How soon the reader is there: what one waits for from the command to the first quotes."""
