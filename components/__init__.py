"""What several pages show: shell, chart panel, tables, words, URL state."""
