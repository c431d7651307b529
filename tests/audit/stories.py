"""Articles with one figure each, and an engine that needs no other process."""

from factcheck.audit.batch import audit


def story(number, figure="44.3%", **fields):
    """An article with one figure on a shipped indicator; equal numbers give equal articles."""
    text = (
        f"Electricity notes, part {'abcdefghijklmnopqrstuvwxyz'[number % 26] * (number // 26 + 1)}"
        f"\n\nIn 2020, the share of electricity from renewables in Germany stood at {figure}.\n"
    )
    return {"id": f"a{number}", "text": text, "outlet": "Post", "published": "2026-05-01"} | fields


class Inline:
    """Does the work here and now, and counts it."""

    ahead = 2

    def __init__(self, setup):
        self.setup, self.judged = setup, 0

    def submit(self, records):
        self.judged += records.num_rows
        results = audit(records, self.setup)
        return lambda: results

    def close(self):
        pass
