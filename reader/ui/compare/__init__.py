"""The comparison: articles side by side in panes that scroll together, and what joins them."""
