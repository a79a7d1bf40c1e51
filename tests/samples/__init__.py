"""One small file a format, all telling one invented story; made by `python -m tests.samples.make`."""
