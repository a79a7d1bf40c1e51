"""The findings at the foot of the window: a line, and the lists that it opens into, whose every line is a jump."""
