"""Reports of articles in which a word says what the verdict is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
