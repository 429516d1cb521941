"""What stands before each kind of operation, in the way that its argument names."""

import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

total = 0
lock = threading.Lock()
ready = threading.Condition()
permits = threading.Semaphore(1)
opened = threading.Event()
meeting = threading.Barrier(2)
items = queue.Queue(1)
stock = ["last"]
taken = []


class Account:
    def __init__(self):
        self.balance = 0

    def add(self, n):
        self.balance = self.balance + n


def every():
    """Meets the main thread at everything that there is."""
    global total
    with lock:
        total = total + 1
    with ready:
        ready.notify()
    with permits:
        pass
    opened.set()
    meeting.wait()
    items.put("one")
    time.sleep(1)


def main_of_every():
    with ready:
        thread = started(every)
        print(ready.wait(5))
    opened.wait()
    with permits:
        pass
    meeting.wait()
    print(items.get(timeout=10), total)
    thread.join()
    try:
        items.get(timeout=30)
    except queue.Empty:
        print("empty", time.monotonic() > 1030)
    with ThreadPoolExecutor(1) as pool:
        print(pool.submit(max, 1, 2).result())


def crossed(first, second):
    with first:
        with second:
            pass


def deadlock():
    other = threading.Lock()
    threads = [started(crossed, lock, other), started(crossed, other, lock)]
    for thread in threads:
        thread.join()


def attributes():
    account = Account()
    threads = [started(account.add, n) for n in (1, 10)]
    for thread in threads:
        thread.join()
    print(account.balance)


def takes():
    if stock:
        taken.append(stock.pop())


def lasts():
    threads = [started(takes), started(takes)]
    for thread in threads:
        thread.join()


def fails():
    started({}.pop, "missing").join()
    print("went on")


def leaves():
    started(time.sleep, 1)
    sys.exit(3)


def hangs():
    started(lambda: [None for _ in iter(int, 1)]).join()


def children():
    """A thread of a thread, a daemon that nobody waits for, and a loop that only looks at the clock."""
    thread = started(lambda: started(print, "grandchild"))
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    end = time.time() + 60
    while time.time() < end:
        pass
    thread.join()


def started(function, *arguments):
    thread = threading.Thread(target=function, args=arguments)
    thread.start()
    return thread


{
    "every": main_of_every,
    "deadlock": deadlock,
    "attributes": attributes,
    "lasts": lasts,
    "fails": fails,
    "leaves": leaves,
    "hangs": hangs,
    "children": children,
}[sys.argv[1]]()
