"""What the terminal asks of inquit: a module for each kind of work, composed of the other packages.

Importing this package costs nothing; what is slow to import waits for its first use.
"""
