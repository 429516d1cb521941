"""The same work by one thread, by several, and by several processes."""

import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor

WORKERS = 4
PIECES = 48
ROUNDS = 50_000


def piece(number):
    """Nothing but computing, and each step needs the one before it."""
    x = number
    for _ in range(ROUNDS):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
        x ^= x >> 29
    return x


def share(first, step):
    """What one worker does: every step-th piece."""
    return sum(piece(number) for number in range(first, PIECES, step))


def by_threads(count):
    """Needs no lock of ours: Python's interpreter has one, and hands it on every 5 ms."""
    sums = [0] * count

    def work(first):
        sums[first] = share(first, count)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)


def by_processes(pool, count):
    return sum(pool.map(share, range(count), [count] * count))


def timed(name, way):
    begin = time.perf_counter()
    result = way()
    print(f"{name}: {time.perf_counter() - begin:.2f} s, sum {result}")


if __name__ == "__main__":
    print("Processors:", os.cpu_count())
    timed("1 thread", lambda: by_threads(1))
    timed(f"{WORKERS} threads", lambda: by_threads(WORKERS))
    with ProcessPoolExecutor(WORKERS) as pool:
        timed("processes start", lambda: by_processes(pool, WORKERS))
        timed(f"{WORKERS} processes", lambda: by_processes(pool, WORKERS))
