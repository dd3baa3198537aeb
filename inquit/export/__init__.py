"""One module a format: values in, text out. Pure."""
