"""The same work by 1, 2, 4 processes, where a share of it can be done by one at a time only."""

import multiprocessing
import os
import sys
import time

from arguments import arguments


def piece(percent):
    """So many percent of a piece: nothing but computing, or waiting as if for an answer."""
    if given.waits:
        time.sleep(rounds * percent / 100 * 250e-9)
        return
    x = 1
    for _ in range(rounds * percent // 100):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
        x ^= x >> 29


def share(worker, workers):
    with lock:
        if not prepared.value:
            piece(100 * before)  # the first to come does it, the others wait
            prepared.value = 1
    for _ in range(worker, 100 - before, workers):
        piece(100 - within)  # everybody has a part of the rest
        if within:
            with lock:
                piece(within)  # the others can go on until they need the lock, too


def begin(*of_all):
    """What each process of the pool does first: threads would take turns at the interpreter's lock."""
    global given, before, within, rounds, lock, prepared
    given, lock, prepared = of_all
    before = given.serial if given.part == "first" else 0
    within = given.serial if given.part == "pieces" else 0
    rounds = given.work * 10_000  # of a hundredth of the work


def timed(name, work, way):
    sys.audit("interleave.phase", name, work)  # tells whoever listens, such as Interleave, what begins
    since = time.perf_counter()
    way()
    sys.audit("interleave.phase")  # … and that it is over
    return time.perf_counter() - since


def limit(workers):
    """How many times as fast as one so many can be, at most."""
    n = workers if given.waits else min(workers, os.cpu_count())
    serial = given.serial / 100
    if given.part == "pieces":
        return min(n, 1 / serial) if serial else n
    return 1 / (serial + (1 - serial) / n)  # Amdahl's law


def main():
    most = int(given.workers)
    with multiprocessing.Pool(most, begin, (given, lock, prepared)) as pool:
        timed("processes start", 0, lambda: pool.map(piece, [20] * most, 1))
        count = 1
        while count <= most:
            prepared.value = 0
            shares = [(worker, count) for worker in range(count)]
            name = "1 worker" if count == 1 else f"{count} workers"
            took = timed(name, given.work, lambda: pool.starmap(share, shares, 1))
            alone = took if count == 1 else alone
            print(f"{name}: {alone / took:.2f}x, at most {limit(count):.2f}x")
            count *= 2
        pool.close()
        pool.join()


if __name__ == "__main__":
    given = arguments(part=("first", "pieces"), serial=25, workers=("4", "2", "8", "16"), waits=False, work=4)
    lock = multiprocessing.Lock()
    prepared = multiprocessing.Value("b", 0, lock=False)
    main()
