"""A buffer with a few slots: two semaphores count, a third one lets in one thread at a time."""

import threading
import time

from arguments import arguments

given = arguments(
    order=("count-first", "mutex-first"),
    mutex=True,
    pairs=2,
    count=4,
    capacity=3,
    making=0.02,
    using=0.2,
    handling=0.02,
)

slots = threading.Semaphore(given.capacity)  # a permit for each slot that is free
items = threading.Semaphore(0)  # and one for each item that is there
mutex = threading.Semaphore(1)  # who has it is alone at the buffer
buffer = [0] * given.capacity
following = 0  # where the next item is put
first = 0  # where the next one is taken
total = 0  # of what was taken


def lock():
    if given.mutex:
        mutex.acquire()


def unlock():
    if given.mutex:
        mutex.release()


def put(item):
    global following
    if given.order == "mutex-first":
        lock()
        slots.acquire()  # waits with the mutex in hand
    else:
        slots.acquire()  # waits where it is in nobody's way
        lock()
    place = following
    buffer[place] = item
    time.sleep(given.handling)
    following = (place + 1) % given.capacity
    unlock()
    items.release()  # one more to take


def take():
    global first, total
    if given.order == "mutex-first":
        lock()
        items.acquire()
    else:
        items.acquire()
        lock()
    place = first
    item = buffer[place]
    time.sleep(given.handling)
    first = (place + 1) % given.capacity
    total += item
    unlock()
    slots.release()  # one more free slot
    return item


def putting(number):
    for done in range(given.count):
        put(number * given.count + done + 1)
        time.sleep(given.making)


def taking():
    for _ in range(given.count):
        take()
        time.sleep(given.using)


if __name__ == "__main__":
    threads = []
    for pair in range(given.pairs):
        threads.append(threading.Thread(target=putting, args=(pair,), name=f"Putter-{pair + 1}"))
        threads.append(threading.Thread(target=taking, name=f"Taker-{pair + 1}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = given.pairs * given.count
    print(f"Put in: {every * (every + 1) // 2}, taken out: {total}")
