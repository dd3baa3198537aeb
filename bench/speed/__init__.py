"""How fast the engine is, how its time and memory grow, and how soon the first quote is there."""
