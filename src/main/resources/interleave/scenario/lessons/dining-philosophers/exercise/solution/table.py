"""Three philosophers, three forks, and everybody needs two of them. All are to eat, whoever goes first."""

import threading

SEATS = 3
forks = [threading.Lock() for _ in range(SEATS)]
chairs = threading.Semaphore(SEATS - 1)  # one has to wait until somebody gets up


def dine(seat):
    left = forks[seat]
    right = forks[(seat + 1) % SEATS]
    with chairs:
        with left:
            with right:
                print(f"Philosopher {seat + 1} eats.")


if __name__ == "__main__":
    philosophers = [
        threading.Thread(target=dine, args=(seat,), name=f"Philosopher-{seat + 1}")
        for seat in range(SEATS)
    ]
    for philosopher in philosophers:
        philosopher.start()
    for philosopher in philosophers:
        philosopher.join()
    print("All have eaten.")
