"""Quantities: numbers with their modifiers, units, ranges and conversions, and the moments that are told in numbers."""
