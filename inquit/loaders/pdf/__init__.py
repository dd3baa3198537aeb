"""Turning PDF into articles; a process with limits does the reading."""
