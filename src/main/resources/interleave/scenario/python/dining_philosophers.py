"""Philosophers around a table, a fork between each two; who eats needs both forks beside it."""
import threading
import time

PHILOSOPHERS = 5
MEALS = 3
PAUSE = 0.05
EATING = 0.1
ORDERED = False

forks = [threading.Lock() for _ in range(PHILOSOPHERS)]


def dine(seat):
    name = threading.current_thread().name
    first, second = seat, (seat + 1) % PHILOSOPHERS
    if ORDERED:  # always the fork with the lower number first
        first, second = min(first, second), max(first, second)
    for _ in range(MEALS):
        with forks[first]:
            time.sleep(PAUSE)  # time enough for the neighbour to take the other one
            with forks[second]:
                print(name, "eats.")
                time.sleep(EATING)
    print(name, "is full.")


if __name__ == "__main__":
    threads = [
        threading.Thread(target=dine, args=(n,), name=f"Philosopher-{n + 1}")
        for n in range(PHILOSOPHERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("All are full.")
