"""Numbers: what is written in digits or words, and what it is worth; nothing of what it counts."""
