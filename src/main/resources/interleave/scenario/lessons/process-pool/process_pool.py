"""A few worker processes share more tasks than there are workers."""

import multiprocessing
import os
import random
import time
from multiprocessing import Pool

from arguments import arguments


def long_task(number, seconds):
    """What a worker does for one task. It runs in the worker's process, not in the parent's."""
    print(f"Run task {number} (pid {os.getpid()})...")
    start = time.monotonic()
    time.sleep(seconds)
    print(f"Task {number} ran {time.monotonic() - start:.2f} seconds.")


def square(number, seconds):
    """A task with a result."""
    long_task(number, seconds)
    return number * number


def crash(number, seconds):
    """A task that takes its worker with it, as if somebody had killed the process."""
    print(f"Run task {number} (pid {os.getpid()})...", flush=True)
    time.sleep(seconds)
    os._exit(3)


def apply_all(pool, jobs, crashing):
    """Hands over one task for each job, and does not wait: it only puts them into the pool's queue."""
    return [pool.apply_async(crash if job[0] == crashing else long_task, job) for job in jobs]


if __name__ == "__main__":
    given = arguments(
        workers=4,
        tasks=5,
        longest=3.0,
        way=("apply", "map"),
        crash=-1,
        seed=None,
        per_worker=0,
        method=("usual", "fork", "spawn", "forkserver"),
    )
    if given.method != "usual":
        multiprocessing.set_start_method(given.method)
    rng = random.Random(given.seed)
    jobs = [(number, round(rng.uniform(0, given.longest), 2)) for number in range(given.tasks)]

    print(f"Parent process {os.getpid()}.")
    pool = Pool(given.workers, maxtasksperchild=given.per_worker or None)
    if given.way == "map":
        # One task for each job; the results are in the order of the jobs.
        print("Results:", pool.starmap(square, jobs))
    else:
        results = apply_all(pool, jobs, given.crash)
        if given.crash in range(given.tasks):
            for result in results[: given.crash] + results[given.crash + 1 :]:
                result.wait()
            # The pool never tells that this one is lost: who joined it now would wait for ever.
            results[given.crash].wait(given.longest + 0.5)
            print(f"No word of task {given.crash}: its worker is gone, and the task with it.")
            pool.terminate()
    print("Waiting for all subprocesses done...")
    pool.close()  # no more tasks will come
    pool.join()  # wait until every worker has left
    print("All subprocesses done.")
