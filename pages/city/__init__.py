"""The scorecard of one city."""
