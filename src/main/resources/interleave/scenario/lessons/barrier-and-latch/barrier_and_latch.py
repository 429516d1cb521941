"""Runners wait for the starting shot, and after each lap for each other."""

import random
import threading
import time

from arguments import arguments

given = arguments(runners=4, laps=4, lap=0.2, slow=False, seed=None)

laps = 0


def lap_is_done():
    """The last to arrive runs this, before the barrier opens."""
    global laps
    laps += 1
    print(f"Lap {laps} is done.")


start = threading.Event()  # shut until the shot; then open for ever
lap_end = threading.Barrier(given.runners, action=lap_is_done)


def run(factor, seed):
    rng = random.Random(seed)
    start.wait()
    for _ in range(given.laps):
        time.sleep(rng.uniform(0, given.lap) * factor)
        lap_end.wait()  # nobody begins the next lap before all have done this one


if __name__ == "__main__":
    rng = random.Random(given.seed)
    runners = []
    for number in range(1, given.runners + 1):
        factor = 3 if given.slow and number == given.runners else 1
        runners.append(threading.Thread(target=run, args=(factor, rng.random()), name=f"Runner-{number}"))
    for runner in runners:
        runner.start()
    time.sleep(0.1)  # on your marks
    print("Go!")
    start.set()
    for runner in runners:
        runner.join()  # Python has no latch that counts down: joining does here
    print("All are in.")
