"""Runners wait for the starting shot, and after each lap for each other."""
import random
import threading
import time

RUNNERS = 4
LAPS = 4
LAP = 0.2

start = threading.Event()  # shut until the shot; then open for ever
lap_end = threading.Barrier(RUNNERS, action=lambda: print("A lap is done."))


def run():
    start.wait()
    for _ in range(LAPS):
        time.sleep(random.uniform(0, LAP))
        lap_end.wait()  # nobody begins the next lap before all have done this one


if __name__ == "__main__":
    runners = [threading.Thread(target=run, name=f"Runner-{n + 1}") for n in range(RUNNERS)]
    for runner in runners:
        runner.start()
    time.sleep(0.1)  # on your marks
    print("Go!")
    start.set()
    for runner in runners:
        runner.join()  # Python has no latch that counts down: joining does here
    print("All are in.")
