"""What every part of the window works with: the workspace off its thread, tasks, signals. Nothing here is shown."""
