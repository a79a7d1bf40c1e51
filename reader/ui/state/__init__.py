"""Values that several parts of the window show: each in one object that signals when it changes. No widgets."""
