"""The comparison: articles side by side in panes that scroll together, what joins them, and the ledger."""
