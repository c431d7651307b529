"""Numerals, units and periods: words and digits become Decimals and intervals. No I/O."""
