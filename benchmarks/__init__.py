"""Speed as ratios against references, all in one run: ``make bench``. None of it is a test."""
