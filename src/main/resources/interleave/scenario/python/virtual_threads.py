"""Thousands of tasks that only sleep: on a few threads, and as coroutines of one thread."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

TASKS = 10_000
SLEEP = 0.1
POOL = 500


def task():
    time.sleep(SLEEP)


def pool_of_threads():
    with ThreadPoolExecutor(POOL) as pool:
        for _ in range(TASKS):
            pool.submit(task)


async def coroutine():
    await asyncio.sleep(SLEEP)  # gives its place to the others; nothing else may block


async def coroutines():
    """Not threads of Python's: tasks that one thread carries, each up to its next await."""
    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS):
            group.create_task(coroutine())


def timed(name, way):
    begin = time.perf_counter()
    way()
    print(f"{name}: {TASKS} tasks in {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    timed(f"pool of {POOL}", pool_of_threads)
    timed("coroutines", lambda: asyncio.run(coroutines()))
