"""Processes of this machine and workers of a real Dask cluster: the same rows, though one dies."""

import gc
import json
import os
import pickle
import signal
import struct
import subprocess
import sys
import time
from dataclasses import replace
from multiprocessing.queues import SimpleQueue

import pytest
from stories import Inline, story

from factcheck.articles.records import read_records
from factcheck.audit import judged
from factcheck.audit.batch import OtherSetup, audit
from factcheck.audit.engines import Dask, NoEngine, Pool
from factcheck.audit.judged import batches
from factcheck.audit.run import run


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(judged, "ARTICLES", 8)


@pytest.fixture
def corpus(write_corpus):
    return write_corpus(*map(story, range(120)))


@pytest.fixture
def expected(corpus, judging, tmp_path):
    run([corpus], tmp_path / "expected", judging, Inline(judging))
    return outputs(tmp_path / "expected")


def outputs(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


class KillOnce:
    """Kills a process while the first batches are under way."""

    def __init__(self, victim):
        self.victim, self.killed = victim, None

    def __call__(self, progress):
        if self.killed is None and progress.articles >= 16:
            self.killed = self.victim()
            os.kill(self.killed, signal.SIGKILL)


def test_pool_with_a_worker_killed(corpus, expected, judging, tmp_path):
    engine = Pool(judging, 2)
    kill = KillOnce(lambda: next(iter(engine._pool._processes)))
    try:
        run([corpus], tmp_path / "out", judging, engine, told=kill)
    finally:
        engine.close()
    assert kill.killed is not None
    assert outputs(tmp_path / "out") == expected


def deadly(records, setup):
    """An auditor that one article kills."""
    if any(b"part c\n" in content for content in records["content"].to_pylist()):
        os.kill(os.getpid(), signal.SIGKILL)
    return audit(records, setup)


def torn(records, setup):
    """An auditor that dies in the middle of a message to the pool."""
    if any(b"part c\n" in content for content in records["content"].to_pylist()):
        (queue,) = (one for one in gc.get_objects() if type(one) is SimpleQueue)
        queue._wlock.acquire()
        os.write(queue._writer.fileno(), struct.pack("!i", 1000))
        os.kill(os.getpid(), signal.SIGKILL)
    return audit(records, setup)


@pytest.mark.parametrize("fatal", [deadly, torn])
def test_an_article_that_kills_its_worker_costs_no_other(write_corpus, judging, monkeypatch, fatal):
    path = write_corpus(*map(story, range(4)))
    ((records, _), *_) = batches(read_records([path]), judging.key)
    monkeypatch.setattr("factcheck.audit.engines.audit", fatal)
    monkeypatch.setattr("factcheck.audit.engines.LOOK", 0.2)
    engine = Pool(judging, 1)
    try:
        results = engine.submit(records)().to_pylist()
    finally:
        engine.close()
    assert [row["error_code"] for row in results] == [None, None, "internal-error", None]
    assert results[2]["error"] == (
        "internal error: the process that checked it died each time. Please report it."
        " [internal-error]"
    )


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, each a process of its own: (address, workers)."""
    file = tmp_path / "scheduler.json"
    run_module = [sys.executable, "-m"]
    scheduler = subprocess.Popen(
        [*run_module, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
         "--no-dashboard", "--scheduler-file", str(file)], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not file.exists():
        time.sleep(0.1)
    workers = [
        subprocess.Popen(
            [*run_module, "distributed.cli.dask_worker", "--scheduler-file", str(file),
             "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard"],
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]  # fmt: skip
    yield json.loads(file.read_text())["address"], workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_dask_with_a_worker_killed(cluster, corpus, expected, judging, tmp_path):
    address, workers = cluster
    engine = Dask(judging, address, 2)
    engine._client.wait_for_workers(2)
    busy = engine._client.scheduler_info()["workers"]
    assert len(busy) == 2
    kill = KillOnce(lambda: workers[0].pid)
    try:
        run([corpus], tmp_path / "out", judging, engine, told=kill)
    finally:
        engine.close()
    assert kill.killed == workers[0].pid
    assert outputs(tmp_path / "out") == expected


def test_a_scheduler_that_does_not_answer(judging, monkeypatch):
    monkeypatch.setattr("factcheck.audit.engines.PATIENCE", 1)
    with pytest.raises(NoEngine) as error:
        Dask(judging, "tcp://127.0.0.1:9", 2)
    assert str(error.value) == (
        "--scheduler tcp://127.0.0.1:9: no answer; expected the address of a Dask scheduler, such"
        " as tcp://10.0.0.1:8786. [no-engine]"
    )


def test_without_dask(judging, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoEngine) as error:
        Dask(judging, None, 2)
    assert str(error.value) == (
        "--engine dask: the package distributed is not installed; expected"
        " `pip install 'factcheck-news[dask]'`. [no-engine]"
    )


def test_a_worker_with_other_packs(write_corpus, judging):
    ((records, _), *_) = batches(read_records([write_corpus(story(1))]), judging.key)
    name, version, sha256 = judging.hashes[0]
    other = replace(judging, hashes=((name, "0.9", "0" * 64), *judging.hashes[1:]))
    with pytest.raises(OtherSetup) as error:
        audit(records, other)
    told = (
        f"a worker has {name} {version} ({sha256[:12]}…); expected {name} 0.9 (000000000000…), as"
        " where the audit was started. [other-setup]"
    )
    assert str(error.value) == told
    assert str(pickle.loads(pickle.dumps(error.value))) == told
