"""What is reported but does not fail the run: ignored, known, or not touched by a change.

Nothing is taken out of a report here. Everything that is found may carry one `Suppression`, which
says who ignored it and why; the first that applies stays.
"""

from factcheck.suppress.in_source import honour_comments
from factcheck.suppress.marking import Spot, inconsistency_id, marked, spots

__all__ = ["Spot", "honour_comments", "inconsistency_id", "marked", "spots"]
