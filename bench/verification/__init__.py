"""How rightly and how fast quotations are verified."""
