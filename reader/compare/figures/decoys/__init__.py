"""Decoys: what is written like a figure and is none."""
