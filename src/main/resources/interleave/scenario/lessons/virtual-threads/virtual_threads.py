"""Thousands of tasks that only sleep: on a few threads, on a thread each, as coroutines of one thread."""

import asyncio
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from arguments import arguments

given = arguments(
    tasks=200, sleep=0.1, kind=("both", "virtual", "pool", "each-and-virtual", "each"), pool=10
)

# So many threads of the system we ask for at most; each takes memory and time to start.
MOST_THREADS = 10_000


def task():
    """What each task does: it waits, as if for an answer from the network, and computes nothing."""
    time.sleep(given.sleep)


def pool_of_threads():
    with ThreadPoolExecutor(given.pool) as pool:  # the end of the block waits for all tasks
        for _ in range(given.tasks):
            pool.submit(task)


def thread_each():
    count = min(given.tasks, MOST_THREADS)
    threads = [threading.Thread(target=task, name=f"platform-{n + 1}") for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def coroutine():
    await asyncio.sleep(given.sleep)  # gives its place to the others; time.sleep would stop them all


async def coroutines():
    """Not threads: tasks that one thread carries, each up to its next await."""
    await asyncio.gather(*[coroutine() for _ in range(given.tasks)])


def timed(name, way):
    sys.audit("interleave.phase", name, given.tasks)  # tells whoever listens, such as Interleave, what begins
    begin = time.perf_counter()
    way()
    sys.audit("interleave.phase")  # … and that it is over
    print(f"{name}: done in {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    print("Processors:", os.cpu_count())
    print("Tasks:", given.tasks)
    if given.kind in ("both", "pool"):
        timed(f"pool of {given.pool}", pool_of_threads)
    if given.kind in ("each", "each-and-virtual"):
        timed("a thread each", thread_each)
    if given.kind in ("both", "virtual", "each-and-virtual"):
        timed("coroutines", lambda: asyncio.run(coroutines()))
