"""What a program's operations take, in nanoseconds of processor time: the median of bursts, printed as name=nanoseconds.

Run plainly, under the tracer, or by VizTracer: the program is the same.
"""

import multiprocessing
import os
import queue
import statistics
import threading
import time

BURSTS = 40
LOCKS = 2000
QUEUES = 500
MESSAGES = 100


def clock():
    now = time.monotonic_ns
    for _ in range(LOCKS):
        now()


def lock_pair():
    lock = LOCK
    for _ in range(LOCKS):
        lock.acquire()
        lock.release()


def with_lock():
    lock = LOCK
    for _ in range(LOCKS):
        with lock:
            pass


def queue_put_get():
    messages = QUEUE
    for number in range(QUEUES):
        messages.put(number)
        messages.get()


def process_queue_put_get():
    messages = PROCESS_QUEUE
    for number in range(MESSAGES):
        messages.put(number)
        messages.get()


def measured(operation, times):
    """The median of a few bursts, for one operation."""
    taken = []
    for _ in range(BURSTS):
        begin = time.process_time_ns()
        operation()
        taken.append((time.process_time_ns() - begin) / times)
    return statistics.median(taken)


if __name__ == "__main__":
    LOCK = threading.Lock()
    QUEUE = queue.Queue()
    PROCESS_QUEUE = multiprocessing.Queue()
    PROCESS_QUEUE.put(0)
    PROCESS_QUEUE.get()  # starts its feeder thread
    for operation, times in [
        (clock, LOCKS),
        (lock_pair, LOCKS),
        (with_lock, LOCKS),
        (queue_put_get, QUEUES),
        (process_queue_put_get, MESSAGES),
    ]:
        print("%s=%.1f" % (operation.__name__, measured(operation, times)), flush=True)
    # A tracer that saves what it has at the end is not waited for.
    os._exit(0)
