"""What comes from the web and stays on the disk: pages, feeds, their entries."""
