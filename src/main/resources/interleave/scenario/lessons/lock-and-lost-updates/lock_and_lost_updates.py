"""Several threads add to one balance and subtract again. In the end it should be 0. Is it?"""

import sys
import threading

from arguments import arguments

# All threads share this one variable, and this one lock.
balance = 0
lock = threading.Lock()


def change_it(n):
    """Puts n in and takes n out: afterwards the balance should be what it was before."""
    global balance
    balance = balance + n  # read, add, write: three steps
    balance = balance - n


def change_it_with_call(n):
    """The same, but between the read and the write a function is called: there Python may switch threads."""
    global balance
    balance = balance + int(n)
    balance = balance - int(n)


def run_thread(n, loops, change, use_lock):
    """What each thread runs."""
    for _ in range(loops):
        if use_lock:
            with lock:  # lock.acquire(), and at the end of the block, whatever happens, lock.release()
                change(n)
        else:
            change(n)  # another thread may be in here at the same time


if __name__ == "__main__":
    given = arguments(threads=4, loops=300_000, lock=("off", "on"), call=True, switch=0.0001)
    sys.setswitchinterval(given.switch)  # after so long another thread has its turn
    change = change_it_with_call if given.call else change_it
    threads = []
    for number in range(1, given.threads + 1):
        n = 2 + 3 * number  # 5, 8, 11 …
        args = (n, given.loops, change, given.lock == "on")
        threads.append(threading.Thread(target=run_thread, args=args, name=f"Thread-{number}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("Balance:", balance)
