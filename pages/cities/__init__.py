"""The list of cities."""
