"""Aligns a claim with the reference row it speaks of, never looking at the value."""
