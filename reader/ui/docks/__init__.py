"""The docks beside the figures: what was found among the articles, as lists whose every line is a jump."""
