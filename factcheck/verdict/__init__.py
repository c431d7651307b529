"""Judging claims against reference rows."""
