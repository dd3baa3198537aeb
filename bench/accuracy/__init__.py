"""How often quotes and speakers are right, on annotated articles, beside other systems."""
