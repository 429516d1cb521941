"""Work of some 10 ms between two traced calls: prints the nanoseconds of processor time of the quietest turn.

Whatever else the machine does only adds to a turn, by far more than is to be measured.
"""

import queue
import threading
import time

TURNS = 30
STEPS = 85_000

LOCK = threading.Lock()
QUEUE = queue.Queue()


def work():
    state = 1
    for number in range(STEPS):
        state = (state * 31 + number) & 0xFFFF
    return state


def turn():
    """Two calls that are traced, with work before each."""
    begin = time.process_time_ns()
    work()
    with LOCK:
        pass
    work()
    QUEUE.put(begin)
    return time.process_time_ns() - begin


if __name__ == "__main__":
    work()
    print("work=%d" % min(turn() for _ in range(TURNS)))
