"""One thread carries many coroutines, each up to its next await. One of them stops it."""

import asyncio
import time

from arguments import arguments

given = arguments(
    way=("block", "await", "thread"), others=3, busy=0.6, ending=("well", "timeout", "fails")
)

ROUNDS = 12
PAUSE = 0.1  # seconds
TIMEOUT = 0.3


async def guest(name):
    """Only waits, again and again, and looks how late it is woken."""
    latest = 0.0
    try:
        for _ in range(ROUNDS):
            due = time.perf_counter() + PAUSE
            await asyncio.sleep(PAUSE)  # gives its place in the loop to whoever is ready
            latest = max(latest, time.perf_counter() - due)
        print(f"{name}: at most {latest * 1000:.0f} ms late")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise


async def cooking():
    await asyncio.sleep(2.5 * PAUSE)
    print("cook: begins")
    if given.way == "block":
        time.sleep(given.busy)  # the thread sleeps, and with it the loop and all that it carries
    elif given.way == "await":
        await asyncio.sleep(given.busy)
    else:  # what cannot but block has a thread of its own; asyncio.to_thread is the same, from 3.9 on
        await asyncio.get_event_loop().run_in_executor(None, time.sleep, given.busy)
    if given.ending == "fails":
        raise RuntimeError("burnt")
    print("cook: done")


async def cook():
    if given.ending != "timeout":
        return await cooking()
    try:
        await asyncio.wait_for(cooking(), 2.5 * PAUSE + TIMEOUT)  # cancels it, at its await
    except asyncio.TimeoutError:
        print("cook: timed out")


async def together(coroutines):
    """None of them outlives this; where one fails the others are cancelled."""
    if hasattr(asyncio, "TaskGroup"):  # from Python 3.11 on
        async with asyncio.TaskGroup() as group:
            for coroutine in coroutines:
                group.create_task(coroutine)
        return
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def evening():
    try:
        await together([guest(f"guest-{n + 1}") for n in range(given.others)] + [cook()])
    except Exception as problem:
        print(f"The evening is over: {problem}")
    print("All done.")


if __name__ == "__main__":
    asyncio.run(evening())
