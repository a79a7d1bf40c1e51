"""Windows that open for one matter and close again."""
