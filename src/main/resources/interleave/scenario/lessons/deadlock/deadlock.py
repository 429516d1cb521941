"""Anna and Ben have one fork and one knife between them, and each needs both to eat."""

import random
import threading
import time

from arguments import arguments

given = arguments(order=("opposite", "same", "try"), meals=3, pause=0.05)

fork = threading.Lock()
knife = threading.Lock()


def eat():
    print(f"{threading.current_thread().name} eats.")


def eat_with(first, second):
    with first:
        time.sleep(given.pause)  # time enough for somebody else to take the second
        with second:
            eat()


def eat_when_both_are_free(first, second):
    """Gives the first back rather than wait for the second."""
    while True:
        with first:
            time.sleep(given.pause)
            if second.acquire(blocking=False):
                eat()
                second.release()
                return
        time.sleep(random.uniform(0, 2 * given.pause + 0.001))  # let the other one eat


def dine(way, first, second):
    for _ in range(given.meals):
        way(first, second)


if __name__ == "__main__":
    anna = threading.Thread(target=dine, args=(eat_with, fork, knife), name="Anna")
    if given.order == "same":
        args = (eat_with, fork, knife)
    elif given.order == "try":
        args = (eat_when_both_are_free, knife, fork)
    else:
        args = (eat_with, knife, fork)
    ben = threading.Thread(target=dine, args=args, name="Ben")
    anna.start()
    ben.start()
    anna.join()
    ben.join()
    print("Both are full.")
