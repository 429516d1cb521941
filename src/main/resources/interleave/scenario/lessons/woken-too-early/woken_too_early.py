"""Guests wait for cakes. Does who has been woken look again before it takes one?"""

import threading
import time

from arguments import arguments

given = arguments(look=("if", "while"), wakes=("all", "one"), guests=3, rounds=1, baking=0.2, eating=0.1)

counter = threading.Condition()
cakes = 0  # on the counter; can there be fewer than none?
fewest = 0
in_vain = 0  # how often one was woken and found nothing


def bring():
    global cakes
    with counter:
        cakes = cakes + 1
        if given.wakes == "all":
            counter.notify_all()
        else:
            counter.notify()


def wait_once():
    """What is wrong: that there was no cake is asked once, before the wait."""
    if cakes < 1:
        counter.wait()  # lets go of the lock, and gets it back some time after it was woken


def wait_until_there_is_one():
    """What is right: who was woken looks again, as somebody else may have been quicker."""
    global in_vain
    while cakes < 1:
        counter.wait()
        if cakes < 1:
            in_vain += 1


def take():
    global cakes, fewest
    with counter:
        if given.look == "while":
            wait_until_there_is_one()
        else:
            wait_once()
        cakes = cakes - 1  # is there one?
        fewest = min(fewest, cakes)


def visit():
    for _ in range(given.rounds):
        take()
        time.sleep(given.eating)


if __name__ == "__main__":
    guests = [threading.Thread(target=visit, name=f"Guest-{number}") for number in range(1, given.guests + 1)]
    for guest in guests:
        guest.start()
    for _ in range(given.guests * given.rounds):
        time.sleep(given.baking)
        bring()
    for guest in guests:
        guest.join()
    print(f"Fewest cakes: {fewest}, woken in vain: {in_vain}")
