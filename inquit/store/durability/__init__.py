"""Keeps files safe from crashes, full disks, damage and other windows."""
