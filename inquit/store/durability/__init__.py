"""Files that survive crashes, full disks, damage and other windows."""
