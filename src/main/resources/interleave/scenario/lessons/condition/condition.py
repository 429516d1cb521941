"""A buffer that holds a few items: who finds it full or empty waits at a condition."""

import random
import threading
import time
from collections import deque

from arguments import arguments

given = arguments(
    wakes=("two", "all", "any"), pairs=2, capacity=1, items=4, pause=0.2, patience=2.0, seed=None
)
patience = given.patience + given.pause  # a pause of the others is no reason to give up

lock = threading.Lock()
if given.wakes == "two":
    not_full = threading.Condition(lock)
    not_empty = threading.Condition(lock)
else:
    not_full = not_empty = changed = threading.Condition(lock)
items = deque()
filled = 0  # how many there are


def put(item):
    """False when there was no room for longer than one has patience."""
    global filled
    with lock:
        while filled == given.capacity:  # look again: another may have been quicker
            if not not_full.wait(patience):  # lets go of the lock, then gets it back
                return False
        items.append(item)
        filled += 1
        wake(not_empty)
        return True


def take(_):
    """False when nothing came for longer than one has patience."""
    global filled
    with lock:
        while filled == 0:
            if not not_empty.wait(patience):
                return False
        items.popleft()
        filled -= 1
        wake(not_full)
        return True


def wake(condition):
    if given.wakes == "all":
        condition.notify_all()
    else:
        condition.notify()


def work(does, seed):
    name = threading.current_thread().name
    rng = random.Random(seed)
    done = 0
    while done < given.items and does(done):
        done += 1
        time.sleep(rng.uniform(0, given.pause))  # works on the next one, or on the one it took
    print(f"{name} gave up after {done}." if done < given.items else f"{name} is done: {done}.")


if __name__ == "__main__":
    rng = random.Random(given.seed)
    threads = []
    for number in range(1, given.pairs + 1):
        threads.append(threading.Thread(target=work, args=(take, rng.random()), name=f"Taker-{number}"))
        threads.append(threading.Thread(target=work, args=(put, rng.random()), name=f"Putter-{number}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(items), "left in the buffer.")
