"""The same work by one thread, by several, and by several processes."""

import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor

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


def by_threads(count, rounds):
    """Needs no lock of ours: Python's interpreter has one, and hands it on every 5 ms."""
    sums = [0] * count

    def work(first):
        sums[first] = share(first, count, rounds)

    threads = [threading.Thread(target=work, args=(i,), name=f"worker-{i + 1}") for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)


def by_processes(pool, count, rounds):
    return sum(pool.map(share, range(count), [count] * count, [rounds] * count))


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
    count = 1
    while count <= most:
        timed("1 thread" if count == 1 else f"{count} threads", work, lambda: by_threads(count, rounds))
        count *= 2
    if given.processes:
        with ProcessPoolExecutor(most) as pool:
            timed("processes start", 0, lambda: by_processes(pool, most, rounds))
            timed(f"{most} processes", work, lambda: by_processes(pool, most, rounds))
    if gil and without_gil():  # the same by threads that need no lock
        subprocess.run([without_gil(), __file__, f"workers={most}", f"work={given.work}", "processes=off"])
    elif gil:
        print("No Python without a GIL was found (python3.13t or python3.14t).")
