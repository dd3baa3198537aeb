"""What the store promises, measured: `python -m bench.store`."""
