"""Work of some 10 ms between two traced calls: prints the nanoseconds of processor time that all of it took."""

import queue
import threading
import time

CALLS = 40
STEPS = 85_000

LOCK = threading.Lock()
QUEUE = queue.Queue()


def work():
    state = 1
    for number in range(STEPS):
        state = (state * 31 + number) & 0xFFFF
    return state


if __name__ == "__main__":
    work()
    begin = time.process_time_ns()
    for call in range(CALLS):
        work()
        if call % 2:
            with LOCK:
                pass
        else:
            QUEUE.put(call)
    print("work=%d" % (time.process_time_ns() - begin))
