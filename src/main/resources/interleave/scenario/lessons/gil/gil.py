"""The same work by one thread, by several, and by several processes."""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from arguments import arguments

PIECES = 48


def piece(number, rounds):
    """Nothing but computing, and each step needs the one before it."""
    x = number
    for _ in range(rounds):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
        x ^= x >> 29
    return x


def share(first, step, rounds):
    """What one worker does: every step-th piece."""
    return sum(piece(number, rounds) for number in range(first, PIECES, step))


def shared(workers, count, rounds):
    """By threads or processes. Threads need no lock of ours: the interpreter has one, and hands it on every 5 ms."""
    return sum(workers.map(share, range(count), [count] * count, [rounds] * count))


def timed(name, work, way):
    sys.audit("interleave.phase", name, work)  # tells whoever listens, such as Interleave, what begins
    begin = time.perf_counter()
    result = way()
    sys.audit("interleave.phase")  # … and that it is over
    print(f"{name}: {time.perf_counter() - begin:.2f} s, sum {result}", flush=True)


def without_gil():
    """A Python on the PATH that was built to run without a GIL, if there is one."""
    return shutil.which("python3.14t") or shutil.which("python3.13t")


if __name__ == "__main__":
    given = arguments(workers=("4", "2", "8", "16"), work=2, processes=True)
    most = int(given.workers)
    rounds = given.work * 1_000_000 // PIECES
    work = rounds * PIECES
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("Processors:", os.cpu_count(), "" if gil else "(this Python runs without a GIL)")
    with ThreadPoolExecutor(most, thread_name_prefix="worker") as workers:
        count = 1
        while count <= most:
            name = "1 thread" if count == 1 else f"{count} threads"
            timed(name, work, lambda: shared(workers, count, rounds))
            count *= 2
    if given.processes:
        with ProcessPoolExecutor(most) as pool:
            timed("processes start", 0, lambda: shared(pool, most, rounds // 4))
            timed(f"{most} processes", work, lambda: shared(pool, most, rounds))
    if gil and without_gil():  # the same by threads that need no lock
        subprocess.run([without_gil(), __file__, f"workers={most}", f"work={given.work}", "processes=off"])
    elif gil:
        print("No Python without a GIL was found (python3.13t or python3.14t).")
