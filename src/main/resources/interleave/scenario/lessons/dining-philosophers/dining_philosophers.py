"""Philosophers around a table, a fork between each two; who eats needs both forks beside it."""

import threading
import time

from arguments import arguments

given = arguments(strategy=("naive", "ordered", "waiter"), philosophers=5, meals=3, pause=0.05, eating=0.1)

forks = [threading.Lock() for _ in range(given.philosophers)]

# The waiter lets all but one of them reach for forks at a time.
waiter = threading.Semaphore(given.philosophers - 1)


def eat(first, second):
    with forks[first]:
        time.sleep(given.pause)  # time enough for the neighbour to take the other one
        with forks[second]:
            print(f"{threading.current_thread().name} eats.")
            time.sleep(given.eating)


def dine(left):
    right = (left + 1) % given.philosophers
    for _ in range(given.meals):
        if given.strategy == "ordered":  # always the fork with the lower number first
            eat(min(left, right), max(left, right))
        elif given.strategy == "waiter":
            with waiter:
                eat(left, right)
        else:
            eat(left, right)
    print(f"{threading.current_thread().name} is full.")


if __name__ == "__main__":
    threads = [
        threading.Thread(target=dine, args=(seat,), name=f"Philosopher-{seat + 1}")
        for seat in range(given.philosophers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("All are full.")
