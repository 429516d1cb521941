"""Tasks that sleep, wait for each other, are cancelled and fail; locks, queues and the like of asyncio; two loops."""

import asyncio
import threading


async def ask(what, seconds):
    await asyncio.sleep(seconds)
    if what == "bad":
        raise ValueError("no " + what)
    return what


async def both(one, other):
    return await one, await other


async def answers():
    one = asyncio.create_task(ask("one", 0.01))
    other = asyncio.create_task(ask("other", 0.15), name="second")
    bad = asyncio.create_task(ask("bad", 0.01))
    print(await asyncio.gather(both(one, other), asyncio.sleep(0)))
    try:
        await bad
    except ValueError as error:
        print(error)
    never = asyncio.create_task(ask("never", 60), name="never")
    await asyncio.sleep(0)
    never.cancel()
    try:
        await asyncio.wait_for(ask("late", 60), 0.01)
    except asyncio.TimeoutError:
        print("timeout")
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, len, "abc"))


class Shelf:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.places = asyncio.Semaphore(2)
        self.full = asyncio.Condition()
        self.open = asyncio.Event()


async def worker(shelf, items):
    async with shelf.places:
        async with shelf.lock:
            await asyncio.sleep(0.01)
    while await items.get() is not None:
        await asyncio.sleep(0.001)


async def waiter(shelf):
    async with shelf.full:
        await shelf.full.wait()
    await shelf.open.wait()


async def meetings():
    shelf = Shelf()
    ordered = asyncio.PriorityQueue()
    for number in (3, 1, 2):
        ordered.put_nowait(number)
    print([await ordered.get() for _ in range(3)])
    items = asyncio.Queue(2)
    workers = [asyncio.create_task(worker(shelf, items), name="worker %d" % number) for number in range(3)]
    waiters = [asyncio.create_task(waiter(shelf), name="waiter %d" % number) for number in range(2)]
    for item in [0, 1, 2, 3, None, None, None]:
        await items.put(item)
    async with shelf.full:
        shelf.full.notify_all()
    shelf.open.set()
    await asyncio.gather(*workers, *waiters)


def another_loop():
    asyncio.run(ask("elsewhere", 0.005))


if __name__ == "__main__":
    asyncio.run(answers())
    beside = threading.Thread(target=another_loop, name="beside")
    beside.start()
    asyncio.run(meetings())
    beside.join()
