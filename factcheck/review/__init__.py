"""The editorial review page: people decide on the findings of saved reports.

`saved` reads a report into a `Desk`; `decisions` keeps what people decide, `standing` says what
that amounts to; `queue` chooses what is shown next, `evidence` and `chart` what is known about it;
`app` is the page; `export` hands out what is signed off. Nothing here runs the checker.
"""
