"""Several threads add to one balance and subtract again. In the end it should be 0. Is it?"""

import threading

LOOPS = 100_000
USE_LOCK = True

# All threads share this one variable, and this one lock. (Python has no numbers that are changed
# in a single step, as Java has in AtomicInteger.)
balance = 0
lock = threading.Lock()


def change_it(n):
    """Puts n in and takes n out: afterwards the balance should be what it was before."""
    global balance
    balance = balance + n  # read, add, write: three steps
    balance = balance - n


def run_thread(n):
    """What each thread runs."""
    for _ in range(LOOPS):
        if not USE_LOCK:
            change_it(n)  # another thread may be in here at the same time
            continue
        with lock:  # only one thread can have the lock; it is given back at the end of the block
            change_it(n)


if __name__ == "__main__":
    threads = [
        threading.Thread(target=run_thread, args=(5,), name="Thread-1"),
        threading.Thread(target=run_thread, args=(8,), name="Thread-2"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("Balance:", balance)
