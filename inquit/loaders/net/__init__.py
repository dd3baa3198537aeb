"""Fetching over the network: http and https only, redirects checked, time and size limited."""
