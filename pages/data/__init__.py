"""What is held, and downloads."""
