"""Reference data, submissions, the built store and its queries."""
