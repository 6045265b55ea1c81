"""Headers, static files and kept answers: the web around the app."""
