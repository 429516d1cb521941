"""Anna and Ben have one fork and one knife between them, and each needs both to eat."""

import threading
import time

MEALS = 3
PAUSE = 0.05
SAME_ORDER = False

fork = threading.Lock()
knife = threading.Lock()


def dine(first, second):
    name = threading.current_thread().name
    for _ in range(MEALS):
        with first:
            time.sleep(PAUSE)  # time enough for somebody else to take the second
            with second:
                print(name, "eats.")


if __name__ == "__main__":
    order = (fork, knife) if SAME_ORDER else (knife, fork)
    anna = threading.Thread(target=dine, args=(fork, knife), name="Anna")
    ben = threading.Thread(target=dine, args=order, name="Ben")
    anna.start()
    ben.start()
    anna.join()
    ben.join()
    print("Both are full.")
