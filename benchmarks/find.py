"""How long each engine takes to find the best three entries, to be built, and how much memory.

All engines stand in one process, with one thread, and get each question one after another, in
another order each time. The first round warms up and does not count. `build_s` and `peak_mb` come
from a process of each engine's own; that peak contains Python, the libraries and the entries.
"""

import gc
import random
import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, perf_counter_ns

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.corpus import generate
from benchmarks.engines import ENGINES, Engine

SIZES = (10, 1_000, 50_000)
LARGE = 1_000_000
QUESTIONS = 200
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class FindFigure:
    """What was measured of one engine at one size."""

    entries: int
    engine: str
    p50_us: float
    p99_us: float
    build_s: float
    peak_mb: float


def measure(entries: int) -> Iterator[FindFigure]:
    """A figure for each engine, over a generated corpus of so many entries."""
    built = {name: _apart(name, entries) for name in ENGINES}
    corpus = generate(entries, QUESTIONS)
    engines = {name: make(corpus.entries) for name, make in ENGINES.items()}
    rounds = ROUNDS if entries < LARGE else 1
    for name, times in _times(engines, corpus.questions, rounds).items():
        p50, p99 = np.percentile(times, [50, 99]).tolist()
        yield FindFigure(entries, name, p50, p99, *built[name])


def _times(
    engines: dict[str, Engine], questions: tuple[str, ...], rounds: int
) -> dict[str, list[float]]:
    """Microseconds for each engine and question, all rounds together."""
    shuffled = random.Random(7)  # noqa: S311 - an order, not a secret
    times: dict[str, list[float]] = {name: [] for name in engines}
    with threadpool_limits(1):
        for number in range(rounds + 1):
            gc.collect()
            gc.disable()
            for question in questions:
                for name in shuffled.sample(list(engines), len(engines)):
                    start = perf_counter_ns()
                    engines[name].find(question)
                    if number > 0:
                        times[name].append((perf_counter_ns() - start) / 1000)
            gc.enable()
    return times


def _apart(name: str, entries: int) -> tuple[float, float]:
    """Build one engine in a process of its own: seconds, and the peak in MB."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_build, name, entries).result()


def _build(name: str, entries: int) -> tuple[float, float]:
    corpus = generate(entries, questions=0)
    start = perf_counter()
    ENGINES[name](corpus.entries)
    seconds = perf_counter() - start
    return seconds, _peak_mb()


def _peak_mb() -> float:
    """The most memory that this process has held."""
    status = Path("/proc/self/status")
    if status.exists():  # on Linux getrusage tells the peak of the parent too
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
