"""A barrier made of semaphores: nobody is to begin a round before all have ended the last one."""

import threading
import time

from arguments import arguments

given = arguments(turnstiles=("one", "two"), runners=3, rounds=4, work=0.1, held=0.25)

mutex = threading.Semaphore(1)  # who has it may count
entrance = threading.Semaphore(0)  # a turnstile: each permit lets one pass
way_out = threading.Semaphore(0)  # another one
counted = 0  # how many have come
rounds = [0] * given.runners  # in which round each runner is
ahead = 0  # by how many rounds the quickest was ahead of the slowest, at most


def open_for_all(turnstile):
    for _ in rounds:
        turnstile.release()  # from Python 3.9 on release(n) does so at once


def begin(runner):
    global ahead
    with mutex:
        rounds[runner] += 1
        lead = rounds[runner] - min(rounds)
        if lead > ahead:
            ahead = lead


def barrier(runner):
    """All have to come before anybody goes on."""
    global counted
    with mutex:
        counted += 1
        if counted == given.runners:
            open_for_all(entrance)  # the last one to come lets all of them pass
            if given.turnstiles == "one":
                counted = 0
    if runner == 0:
        time.sleep(given.held)  # counted, but not through yet
    entrance.acquire()
    if given.turnstiles == "two":
        leave()


def leave():
    """All have to be through before anybody comes again."""
    global counted
    with mutex:
        counted -= 1
        if counted == 0:
            open_for_all(way_out)
    way_out.acquire()


def run(runner):
    for number in range(given.rounds):
        begin(runner)
        print(f"Runner-{runner + 1} begins round {number + 1}.")
        time.sleep(given.work)
        barrier(runner)


if __name__ == "__main__":
    threads = []
    for each in range(given.runners):
        threads.append(threading.Thread(target=run, args=(each,), name=f"Runner-{each + 1}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"Rounds ahead: at most {ahead}.")
