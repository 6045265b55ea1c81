"""Where points stand today, and scores by round."""
