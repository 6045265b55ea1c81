"""Charts as pure functions: rows in, a figure or a drawing out."""
