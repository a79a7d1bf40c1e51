"""The left side: stories and articles, and what a search finds among them."""
