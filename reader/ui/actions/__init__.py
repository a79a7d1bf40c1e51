"""Every command of the window: what it is called and where it stands, and what it does."""
