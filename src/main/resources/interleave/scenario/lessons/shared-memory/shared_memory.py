"""Two processes have one number in common. Each adds to it: reads, adds one, writes it back."""

import multiprocessing
import time

from arguments import arguments


def add(counter, start, rounds, pause, lock):
    """Adds one, so many times."""
    start.wait()
    for _ in range(rounds):
        if lock:
            with counter.get_lock():  # held from the read to the write
                counter.value += 1
        else:
            before = counter.value  # its own lock is held while it is read, …
            time.sleep(pause)
            counter.value = before + 1  # … and while it is written, but not between
        time.sleep(pause)


if __name__ == "__main__":
    given = arguments(processes=2, rounds=8, pause=0.04, lock=False)
    counter = multiprocessing.Value("i", 0)  # in memory that all of them have
    start = multiprocessing.Event()
    children = []
    for number in range(1, given.processes + 1):
        child = multiprocessing.Process(
            target=add,
            args=(counter, start, given.rounds, given.pause, given.lock),
            name=f"Adder-{number}",
        )
        child.start()
        children.append(child)
    time.sleep(0.2)
    start.set()
    for child in children:
        child.join()
    print(f"{given.processes} processes added 1 {given.rounds} times each: {counter.value}")
