"""What is available, and downloads."""
