"""One file a use case: each is handed what it works with, and registers the commands that it does."""
