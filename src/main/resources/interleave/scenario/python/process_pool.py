"""Four worker processes share five tasks; the fifth waits until a worker is free."""

import os
import random
import time
from multiprocessing import Pool

WORKERS = 4
TASKS = 5
LONGEST = 3.0  # seconds


def long_task(number, seconds):
    """What a worker does for one task."""
    print(f"Run task {number} (pid {os.getpid()})...")
    start = time.monotonic()
    time.sleep(seconds)
    print(f"Task {number} ran {time.monotonic() - start:.2f} seconds.")


def square(number):
    """A task with a result."""
    long_task(number, random.random() * LONGEST)
    return number * number


if __name__ == "__main__":
    print(f"Parent process {os.getpid()}.")
    pool = Pool(WORKERS)
    for number in range(TASKS):
        # apply_async does not wait: it only puts the task into the pool's queue
        pool.apply_async(long_task, (number, random.random() * LONGEST))
    print("Waiting for all subprocesses done...")
    pool.close()  # no more tasks will come
    pool.join()  # wait until every worker has left
    print("All subprocesses done.")

    # map: one task for each number; the results are in the order of the numbers
    with Pool(WORKERS) as pool:
        print(pool.map(square, range(TASKS)))
    # A worker that dies is replaced here too, but multiprocessing never tells that its task is lost:
    # whoever waits for that result waits for ever.
