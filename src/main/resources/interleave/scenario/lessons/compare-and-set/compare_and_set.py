"""Two threads count together, and neither ever sleeps at a lock."""

import itertools
import random
import threading
import time

from arguments import arguments

given = arguments(way=("cas", "step", "spin", "peterson"), loops=6, work=0.06)

counter = 0  # what they have counted
retries = 0  # how often one had to try again, or to wait
again = itertools.count(1)  # next() of it is one step, as it is a call into C


class Cell:
    """Python has no compare-and-set; here is one, and what makes it one step is a lock that is held but shortly."""

    def __init__(self):
        self.value = 0
        self.step = threading.Lock()

    def compare_and_set(self, seen, value):
        with self.step:
            if self.value != seen:
                return False
            self.value = value
            return True


cell = Cell()
steps = itertools.count(1)
taken = threading.Lock()  # as a flag that can be set in one step: nobody waits at it
wants = [False, False]  # for Peterson's way: who wants to …
first = 0  # … and who goes first when both do


def work_out(seen):
    """Works out what comes after what was seen, which may take a while."""
    if given.work > 0:
        time.sleep(random.uniform(given.work / 2, given.work))
    return seen + 1


def count_again(waited):
    global retries
    if waited:
        retries = next(again)


def compare_and_set(_):
    global counter
    while True:
        seen = cell.value
        value = work_out(seen)
        if cell.compare_and_set(seen, value):  # if it still is what I saw, then set it
            counter = value
            return
        count_again(True)  # somebody was quicker: once more, with what is there now


def one_step(_):
    """Nobody comes between, as the GIL changes hands only after a whole call into C."""
    global counter
    work_out(0)
    counter = next(steps)


def spin(_):
    global counter
    waited = False
    while not taken.acquire(blocking=False):  # asks again and again
        waited = True
    count_again(waited)
    counter = work_out(counter)
    taken.release()


def peterson(me):
    """Says “I want to”, lets the other one go first, and waits as long as that one wants to."""
    global counter, first
    waited = False
    wants[me] = True
    first = 1 - me
    while wants[1 - me] and first == 1 - me:
        waited = True
    count_again(waited)
    counter = work_out(counter)
    wants[me] = False


WAYS = {"cas": compare_and_set, "step": one_step, "spin": spin, "peterson": peterson}


def count(me):
    for _ in range(given.loops):
        WAYS[given.way](me)


if __name__ == "__main__":
    anna = threading.Thread(target=count, args=(0,), name="Anna")
    ben = threading.Thread(target=count, args=(1,), name="Ben")
    anna.start()
    ben.start()
    anna.join()
    ben.join()
    counter = max(counter, cell.value, next(steps) - 1)  # what was counted there has the last word
    print(f"Counted {counter} of {2 * given.loops}, again: {next(again) - 1}")
