"""From an article to its numeric claims."""
