"""Every synchronizer, queue, thread and process is handed what is no number, or an odd one, and says what it says of it.

With "fail" all that records fails from the beginning on, which the program must not notice either.
"""
import asyncio
import decimal
import fractions
import math
import multiprocessing
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from concurrent import futures


class Index:
    def __index__(self):
        return 2


class Broken:
    def __index__(self):
        raise LookupError("no index")

    def __eq__(self, other):
        raise LookupError("not equal")

    __hash__ = None

    def __lt__(self, other):
        raise LookupError("not less")

    __gt__ = __le__ = __ge__ = __lt__


class Own(int):
    def __lt__(self, other):
        return int(self) < other

    def __repr__(self):
        raise LookupError("no text")

    __str__ = __repr__


VALUES = [2, 0, -1, True, 1 << 70, 2.0, 1.5, -1.0, math.inf, math.nan, fractions.Fraction(2), decimal.Decimal(2), None,
          "2", b"2", (2,), Own(2), Index(), Broken()]


def said(function, *arguments, **named):
    try:
        result = function(*arguments, **named)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error if not isinstance(error, RecursionError) else "")
    return result if type(result) in (int, float, bool, str, type(None)) else type(result).__name__


async def awaited(function, *arguments):
    try:
        result = await asyncio.wait_for(function(*arguments), 0.02)
    except (Exception, asyncio.CancelledError) as error:
        return "%s: %s" % (type(error).__name__, error)
    return result if type(result) in (int, bool, str, type(None)) else type(result).__name__


def make(*factories):
    """Of each kind one for each value, and what it says where it says something else."""
    for factory in factories:
        for value in VALUES:
            made = []
            print(getattr(factory, "__qualname__", "?"), said(lambda: made.append(factory(value))))
            yield from made


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        return super().release()


class Locked(threading.Condition):
    pass


def of_threads():
    for each in make(threading.Semaphore, threading.BoundedSemaphore, Semaphore):
        print(said(each.acquire, False), said(each.acquire, True, 0.001), said(each.release), said(each.release, 1))
        for value in VALUES:
            print(said(each.acquire, False, value), said(each.release, value if value is not VALUES[4] else 1))
    for each in make(threading.Barrier):
        print(said(each.wait, 0.001), said(lambda: each.parties), said(each.reset), said(each.abort))
    for value in VALUES:
        print(said(threading.Barrier(1).wait, value), said(threading.Barrier(1, timeout=value).wait))
        lock, again = threading.Lock(), threading.RLock()
        print(said(lock.acquire, True, value), said(again.acquire, True, value), said(lock.acquire, value, 0.001))
        event, condition = threading.Event(), Locked(lock)
        event.set()
        print(said(event.wait, value), said(condition.notify, value), said(condition.wait, -1.0))
        thread = threading.Thread(target=time.sleep, args=(0,), name="t")
        print(said(thread.join, value), said(thread.start), said(thread.join, 1.0), said(setattr, thread, "daemon", value))
        print(said(threading.Timer, value, print), said(time.sleep, value if value != 2 else 0) if value is not VALUES[-1] else 0)
        print(said(threading.Thread, None, None, "x", value if isinstance(value, tuple) else ()))
        print(said(lambda: threading.Thread(name=value if not isinstance(value, (Own, Broken, Index)) else "y")))
    print(said(threading.Semaphore), said(threading.Semaphore, 1, 2), said(threading.Event().wait, 0, 0))


def of_queues():
    for each in make(queue.Queue, queue.LifoQueue, queue.PriorityQueue, multiprocessing.Queue):
        print(said(each.put, 1, False), said(each.put, 1, True, 0.001), said(each.get, True, 0.5))
        while said(each.get, True, 0.1) == 1:
            print("another")
        if hasattr(each, "join_thread"):
            each.close()
            each.join_thread()
    for value in VALUES:
        full = queue.Queue(1)
        print(said(full.put, value, True, value if value != 2 else 0) if value is not VALUES[-1] else 0, said(full.put, 1, value, 0.001))
        print(type(full.get()).__name__, said(full.get, value, 0.001), said(full.task_done), said(full.task_done))
        simple = queue.SimpleQueue()
        print(said(simple.put, value), said(simple.get, value) if value else 0, said(simple.get, True, 0.001))
    class Bare(queue.Queue):
        def _init(self, maxsize):
            self.items = []

        def _qsize(self):
            return len(self.items)

        def _put(self, item):
            self.items.append(item)

        def _get(self):
            return self.items.pop()

    bare = Bare()
    bare.put(1)
    print(bare.get(), said(bare.get, False))


async def of_tasks():
    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        for each in make(kind):
            print(await awaited(each.acquire), said(each.release), said(each.release), said(each.locked))
    for each in make(asyncio.Queue, asyncio.PriorityQueue):
        print(said(each.put_nowait, 1), await awaited(each.put, 2), await awaited(each.get), said(each.get_nowait), said(each.get_nowait))
    for each in make(*[getattr(asyncio, "Barrier")] if hasattr(asyncio, "Barrier") else []):
        print(await awaited(each.wait))
    condition, lock = asyncio.Condition(), asyncio.Lock()
    print(said(lock.release), await awaited(lock.acquire), said(lock.release), await awaited(condition.wait))
    async with condition:
        for value in VALUES[:-1]:
            print(said(condition.notify, value))
    for value in VALUES[:-1]:
        print(await awaited(asyncio.sleep, value if value not in (2, math.inf) else 0))


def of_processes():
    context = multiprocessing.get_context("fork")
    for each in make(context.Semaphore, context.BoundedSemaphore):
        print(said(each.acquire, False), said(each.release), said(each.acquire, True, 0.001))
    for each in make(context.Barrier):
        print(said(each.wait, 0.001))
    for value in VALUES:
        lock, event = context.Lock(), context.Event()
        print(said(lock.acquire, True, value), said(lock.release), said(lock.release), said(event.wait, 0.001))
        first, second = context.Pipe()
        print(said(first.send_bytes, value if isinstance(value, (bytes, str, int)) and value != 1 << 70 else b""), said(second.poll, 0.001))
        print(said(os.waitpid, value if not isinstance(value, int) else "x", 0), said(os.kill, "x", value))
        print(said(futures.ThreadPoolExecutor, value))
    first, second = context.Pipe()
    print(said(first.send, lambda: 0), said(first.send, Index()), type(second.recv()).__name__, said(second.send, 1), said(first.recv))
    second.close()
    print(said(first.recv), said(first.send, 1), said(second.send, 1), said(second.recv))
    print(said(context.Process, None, "text"), said(subprocess.Popen, 3), said(subprocess.Popen, ["/no/such"]))
    print(said(subprocess.run, [sys.executable, "-c", ""], timeout=math.inf), said(os.system, 3))


def of_pools():
    with futures.ThreadPoolExecutor(1) as pool:
        print(said(pool.submit), said(pool.submit, 3), said(pool.submit(int, "x").result), said(list, pool.map(int, ["1"])))
    with multiprocessing.get_context("fork").Pool(1) as pool:
        print(said(pool.map, int, map(int, ["1", "x"])), said(pool.map, int, 3), said(pool.apply, int, ("x",)))
        print(said(pool.map, int, ["1", "2"]), said(list, pool.imap(int, ["1"], 1)), said(pool.map, int, "12", "x"))


def deep(levels=0):
    """At the limit of recursion whatever raises raises the same."""
    lock, waiting = threading.Lock(), queue.Queue()

    def further(level):
        with lock:
            pass
        waiting.put(level)
        waiting.get()
        return further(level + 1)

    return said(further, 0)


def failing():
    from _interleave import names, previews, record

    mistake = compile("def fail(*_, **__): raise TypeError('a mistake of a hook')", record.__file__, "exec")
    exec(mistake, globals())
    for module, all_names in ((record, ("event", "event_at", "event_as", "text", "text_at", "text_as", "object_id")),
                              (names, ("name_of", "of_creation")), (previews, ("preview", "call"))):
        for each in all_names:
            setattr(module, each, fail)


if __name__ == "__main__":
    if len(sys.argv) > 1 and "_interleave" in sys.modules:
        failing()
    signal.alarm(100)
    of_threads()
    of_queues()
    asyncio.run(of_tasks())
    of_processes()
    of_pools()
    print(deep())
