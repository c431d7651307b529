"""Many articles at once: `run.run` audits them into tables, `summary.summarise` sums those up."""
