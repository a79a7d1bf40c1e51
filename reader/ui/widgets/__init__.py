"""Widgets that know nothing of articles: any program could show them."""
