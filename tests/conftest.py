"""Puts `tests/` on the import path, for the helpers in `made.py`; slow property tests are not timed."""

from hypothesis import settings

settings.register_profile("factcheck", deadline=None, derandomize=True)
settings.load_profile("factcheck")
