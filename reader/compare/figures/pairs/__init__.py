"""Pairs: which two claims of different articles may be held against one another, and the one verdict on them."""
