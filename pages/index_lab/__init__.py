"""An index of one's own, with what its ranks rest on."""
