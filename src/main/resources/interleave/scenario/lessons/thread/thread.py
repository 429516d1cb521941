"""A second thread counts to five, and the first one waits until it has done so."""

import threading
import time

from arguments import arguments


def loop(most, pause):
    """What the new thread runs."""
    name = threading.current_thread().name
    print(f"thread {name} is running...")
    for n in range(1, most + 1):
        print(f"thread {name} >>> {n}")
        time.sleep(pause)
    print(f"thread {name} ended.")


if __name__ == "__main__":
    given = arguments(count=5, pause=0.4, join=True, daemon=False)
    name = threading.current_thread().name  # Python calls its first thread MainThread
    print(f"thread {name} is running...")
    thread = threading.Thread(target=loop, args=(given.count, given.pause), name="LoopThread")
    thread.daemon = given.daemon  # a daemon does not keep the program from ending
    thread.start()  # from here on both run at the same time
    if given.join:
        thread.join()  # wait until LoopThread has ended
    print(f"thread {name} ended.")
