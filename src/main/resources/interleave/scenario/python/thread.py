"""A second thread counts to five, and the first one waits until it has done so."""

import threading
import time

COUNT = 5
PAUSE = 0.4


def loop():
    """What the new thread runs."""
    name = threading.current_thread().name
    print(f"thread {name} is running...")
    for n in range(1, COUNT + 1):
        print(f"thread {name} >>> {n}")
        time.sleep(PAUSE)
    print(f"thread {name} ended.")


if __name__ == "__main__":
    name = threading.current_thread().name  # Python calls its first thread MainThread
    print(f"thread {name} is running...")
    thread = threading.Thread(target=loop, name="LoopThread")
    thread.start()  # from here on both run at the same time
    thread.join()  # wait until LoopThread has ended
    print(f"thread {name} ended.")
