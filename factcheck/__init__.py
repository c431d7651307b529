"""factcheck: check the numbers in news articles against reference figures."""

__version__ = "0.1.0"
