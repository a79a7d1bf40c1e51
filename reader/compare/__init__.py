"""Articles -> Comparison: what several accounts of one event share, and where their figures conflict."""
