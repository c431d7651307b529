"""Who does the work: a pool of processes, or a Dask cluster. Both run `batch.audit`.

An engine takes tables of records and gives back their results; the caller keeps their order.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, wait
from typing import Any, Protocol

import pyarrow as pa

from factcheck.audit.batch import INTERNAL, Setup, audit
from factcheck.audit.schema import RESULTS
from factcheck.errors import FactcheckError

Pending = Callable[[], pa.Table]
"""Waits for the results of one table."""

TRIES = 2
"""Times that a table is given to a worker that then dies, before it is taken apart."""

LOOK = 5.0
"""Seconds after which a pool that gives no results is looked at."""

PATIENCE = 20
"""Seconds in which a scheduler has to answer."""


class NoEngine(FactcheckError):
    """An engine cannot be had: its package or its scheduler is not there. Exit 2."""

    code = "no-engine"


class Engine(Protocol):
    """What the path of an audit asks of whoever does the work."""

    ahead: int
    """Tables worth having under way at once; more only cost memory."""

    def submit(self, records: pa.Table) -> Pending: ...

    def close(self) -> None: ...


class Pool:
    """Processes of this machine. One that dies is replaced and what it held is done again."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self.setup, self.jobs, self.ahead = setup, jobs, jobs * 2 + 1
        self._pool = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.jobs, context, _die_with_parent)

    def submit(self, records: pa.Table) -> Pending:
        pool, future = self._start(records)
        return lambda: self._result(records, pool, future)

    def _start(self, records: pa.Table) -> tuple[ProcessPoolExecutor, Future[pa.Table]]:
        try:
            return self._pool, self._pool.submit(audit, records, self.setup)
        except BrokenExecutor:
            self._replace(self._pool)
            return self._pool, self._pool.submit(audit, records, self.setup)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        if self._pool is broken:
            broken.shutdown(wait=True, cancel_futures=True)
            self._pool = self._fresh()

    def _result(
        self, records: pa.Table, pool: ProcessPoolExecutor, future: Future[pa.Table]
    ) -> pa.Table:
        for _ in range(TRIES):
            try:
                return _wait(pool, future)
            except BrokenExecutor:
                self._replace(pool)
                pool, future = self._start(records)
        try:
            return _wait(pool, future)
        except BrokenExecutor:
            self._replace(pool)
            return self._apart(records)

    def _apart(self, records: pa.Table) -> pa.Table:
        """Each record alone, so that the one that kills its worker costs no other."""
        if records.num_rows == 1:
            return _deadly(records)
        rows = (records.slice(row, 1) for row in range(records.num_rows))
        return pa.concat_tables([self._result(row, *self._start(row)) for row in rows])

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def _wait(pool: ProcessPoolExecutor, future: Future[pa.Table]) -> pa.Table:
    """Return the results of a future. Raises `BrokenExecutor` where a worker has died.

    One that dies in the middle of a message leaves the pool waiting for the rest of it, for ever:
    then the others are ended too and the pipe is closed, by which the pool knows.
    """
    while not future.done():
        wait([future], LOOK)
        workers = list((pool._processes or {}).values())
        if not future.done() and any(one.exitcode is not None for one in workers):
            for one in workers:
                one.kill()
            results: Any = pool._result_queue
            results._writer.close()
            wait([future])
    return future.result()


class Dask:
    """Workers of a Dask cluster, or of one made here for the run."""

    def __init__(self, setup: Setup, scheduler: str | None, jobs: int) -> None:
        """Raises `NoEngine` where Dask is not installed or the scheduler does not answer."""
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise NoEngine(
                "--engine dask: the package distributed is not installed; expected"
                " `pip install 'factcheck-news[dask]'`. [no-engine]"
            ) from None
        self.setup = setup
        self._cluster = None if scheduler else LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=None,
            silence_logs=logging.ERROR,
        )  # fmt: skip
        try:
            self._client = Client(self._cluster or scheduler, timeout=PATIENCE)
        except OSError:
            raise NoEngine(
                f"--scheduler {scheduler}: no answer; expected the address of a Dask scheduler,"
                " such as tcp://10.0.0.1:8786. [no-engine]"
            ) from None
        self.ahead = max(2 * sum(self._client.nthreads().values()), 2 * jobs) + 1

    def submit(self, records: pa.Table) -> Pending:
        return self._client.submit(audit, records, self.setup, pure=False).result

    def close(self) -> None:
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _deadly(records: pa.Table) -> pa.Table:
    found = "internal error: the process that checked it died each time. Please report it."
    found += f" [{INTERNAL}]"
    row: dict[str, Any] = {"key": records["key"][0].as_py(), "error": found, "error_code": INTERNAL}
    return pa.Table.from_pylist([row], RESULTS)


def _die_with_parent() -> None:
    """Workers of a process that was killed wait for work for ever, unless they look out for it."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "runs in workers only"

    def watch() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
