"""What `make train` and `make bench` run; nothing here is part of the product."""
