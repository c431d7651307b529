"""Saved reports of two articles of corpora/; `python -m tests.update_gold` accepts the present.

Left out are the score of a match and its reasons, which move with every weight; what moves a
verdict shows.
"""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.model import ArticleReport
from factcheck.reference.store import load_packs
from factcheck.report.json import article_dict

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "gold_reports"
ARTICLES = {"football-season": "md", "tarvia-harvest": "txt"}
"""Name of an article in corpora/ -> its suffix; each is judged with the packs of tests/packs."""
ACCEPT = "python -m tests.update_gold"


def gold_text(report: ArticleReport) -> str:
    """The report of one article as it is saved."""
    content = article_dict(report)
    for finding in content["findings"]:
        for unsteady in ("score", "why"):
            (finding["match"] or {}).pop(unsteady, None)
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def gold_texts() -> dict[str, str]:
    """Name of an article -> its report."""
    packs = sorted(path.parent for path in (ROOT / "tests" / "packs").glob("*/datapackage.json"))
    checker = Checker(load_packs(packs), semantic="never")
    texts = {}
    for name, suffix in ARTICLES.items():
        path = f"corpora/articles/{name}.{suffix}"
        texts[name] = gold_text(checker.article(read_article(path, (ROOT / path).read_bytes())))
    return texts


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for article, text in gold_texts().items():
        (FOLDER / f"{article}.json").write_text(text, "utf-8")
        print(f"tests/gold_reports/{article}.json")
