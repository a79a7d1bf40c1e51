"""Rows of the ledger: pairs put together, labelled, and regrouped as a reader asks."""
