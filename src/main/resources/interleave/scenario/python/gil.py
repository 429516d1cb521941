"""The same work by one thread, by several, and by several processes."""

import os
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


def timed(name, way):
    begin = time.perf_counter()
    result = way()
    print(f"{name}: {time.perf_counter() - begin:.2f} s, sum {result}")


if __name__ == "__main__":
    given = arguments(workers=("4", "2", "8", "16"), work=2, processes=True)
    most = int(given.workers)
    rounds = given.work * 1_000_000 // PIECES
    print("Processors:", os.cpu_count())
    count = 1
    while count <= most:
        timed("1 thread" if count == 1 else f"{count} threads", lambda: by_threads(count, rounds))
        count *= 2
    if given.processes:
        with ProcessPoolExecutor(most) as pool:
            timed("processes start", lambda: by_processes(pool, most, rounds))
            timed(f"{most} processes", lambda: by_processes(pool, most, rounds))
