"""Three tasks are started within a block, and one of them fails. What becomes of the others?"""

import asyncio
import time

from arguments import arguments

given = arguments(way=("group", "gather", "cancelled"), step=0.3, deaf=False)

NAMES = ("price", "stock", "rating")
running = set()


async def work(name):
    """Takes three steps, if nobody cancels it; stock fails after the first one."""
    running.add(name)
    try:
        for _ in range(3):
            await pause(name)
            if name == "stock":
                raise RuntimeError("no answer")
        print(f"{name}: done")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise  # to be cancelled is to do as one is told
    finally:
        running.remove(name)


async def pause(name):
    end = time.monotonic() + given.step
    while time.monotonic() < end:
        try:
            await asyncio.sleep(max(0, end - time.monotonic()))
        except asyncio.CancelledError:
            if not given.deaf or name != "price":
                raise


def start(name):
    task = asyncio.ensure_future(work(name))
    if hasattr(task, "set_name"):  # from Python 3.8 on
        task.set_name(name)
    return task


async def group():
    """Where one fails the others are cancelled, and nobody outlives the block."""
    try:
        async with asyncio.TaskGroup() as tasks:
            for name in NAMES:
                tasks.create_task(work(name), name=name)
    except Exception as problem:  # a group of all that failed
        print(f"It failed: {problem.exceptions[0]}")


async def gather():
    """The first failure is told at once; the others go on, and nobody waits for them."""
    try:
        await asyncio.gather(*[start(name) for name in NAMES])
    except RuntimeError as problem:
        print(f"It failed: {problem}")


async def cancelled():
    """What a group does, by hand; so it is done before Python 3.11, which has none."""
    tasks = [start(name) for name in NAMES]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError as problem:
        print(f"It failed: {problem}")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    block = {"group": group, "gather": gather, "cancelled": cancelled}[given.way]
    if block is group and not hasattr(asyncio, "TaskGroup"):
        print("This Python has no TaskGroup, which came with 3.11: it is done by hand.")
        block = cancelled
    begin = time.monotonic()
    await block()
    print(f"Left after {time.monotonic() - begin:.2f} s, still running: {len(running)}")
    while running:
        await asyncio.sleep(0.01)  # or the loop would end, and cut them off


if __name__ == "__main__":
    asyncio.run(main())
