"""Fetching over the network: http and https only, every hop checked, all of it bounded."""
