"""A buffer that holds a few items: who finds it full or empty waits at a condition."""
import random
import threading
import time
from collections import deque

PAIRS = 3
CAPACITY = 1
ITEMS = 20
PAUSE = 0.04  # seconds

lock = threading.Lock()
not_full = threading.Condition(lock)
not_empty = threading.Condition(lock)
items = deque()


def put(item):
    with not_full:
        while len(items) == CAPACITY:  # look again: another may have been quicker
            not_full.wait()
        items.append(item)
        not_empty.notify()


def take():
    with not_empty:
        while not items:
            not_empty.wait()
        item = items.popleft()
        not_full.notify()
        return item


def putter():
    for n in range(ITEMS):
        put(n)
        time.sleep(random.uniform(0, PAUSE))  # works on the next one


def taker():
    for _ in range(ITEMS):
        take()
        time.sleep(random.uniform(0, PAUSE))  # works on the one it took


if __name__ == "__main__":
    threads = []
    for n in range(1, PAIRS + 1):
        threads.append(threading.Thread(target=taker, name=f"Taker-{n}"))
        threads.append(threading.Thread(target=putter, name=f"Putter-{n}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(items), "left in the buffer.")
