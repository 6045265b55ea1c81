"""Which points make a gap."""
