"""Packs of millions of figures: validated by SQL, built once into a DuckDB file."""
