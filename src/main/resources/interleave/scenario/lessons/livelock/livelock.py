"""Guests share spoons. Nobody is ever stuck; but does everybody get to eat?"""

import random
import threading
import time

from arguments import arguments

given = arguments(way=("polite", "unfair", "fair"), politeness=100, meals=6, eating=0.12, patience=8)

eaten = {"Anna": 0, "Ben": 0, "Carl": 0}
spoon = 1  # 1: Anna has it, 2: Ben; only who has it may give it away


class Spoons:
    """Two spoons. Python has nothing that is fair: here who comes draws a number, and has its turn by it."""

    def __init__(self, fair):
        self.fair = fair
        self.changed = threading.Condition()
        self.free = 2
        self.drawn = 0
        self.served = 0

    def take(self, needed):
        with self.changed:
            mine = self.drawn
            self.drawn += 1
            while self.free < needed or (self.fair and self.served != mine):
                self.changed.wait()
            self.free -= needed
            self.served += 1
            self.changed.notify_all()

    def give_back(self, needed):
        with self.changed:
            self.free += needed
            self.changed.notify_all()


def is_hungry(name):
    return eaten[name] < given.meals


def eat(me):
    time.sleep(given.eating)
    eaten[me] += 1
    other = "Ben" if me == "Anna" else "Anna"
    if not is_hungry(me) and is_hungry(other) and me != "Carl":
        print(f"{me} is full: {eaten[me]}. {other}: {eaten[other]}.")


def after_you(me, other, mine):
    """One spoon: whoever has it gives it to the other one, as long as that one is hungry."""
    global spoon
    gave = 0  # how often in a row
    while is_hungry(me):
        if spoon != mine:
            time.sleep(given.eating / 4 + 0.001)  # looks again soon
        elif is_hungry(other) and random.randrange(100) < given.politeness:
            time.sleep(given.eating / 4 + 0.001)  # "After you!"
            spoon = 3 - mine
            gave += 1
            if gave == given.patience:
                print(f"{me} gave it away {gave} times; eaten: {eaten[me]}")
                return
        else:
            eat(me)
            gave = 0
    spoon = 3 - mine


def eat_with(me, needed):
    """Two spoons, of which one guest needs one, and another both."""
    while is_hungry(me):
        spoons.take(needed)
        eat(me)
        spoons.give_back(needed)


if __name__ == "__main__":
    spoons = Spoons(given.way == "fair")
    if given.way == "polite":
        guests = [
            threading.Thread(target=after_you, args=("Anna", "Ben", 1), name="Anna"),
            threading.Thread(target=after_you, args=("Ben", "Anna", 2), name="Ben"),
        ]
    else:
        guests = [
            threading.Thread(target=eat_with, args=(name, needed), name=name)
            for name, needed in (("Anna", 1), ("Carl", 1), ("Ben", 2))
        ]
    for guest in guests:
        guest.start()
        time.sleep(given.eating / 3)  # they do not come all at once
    for guest in guests:
        guest.join()
    print(f"Anna ate {eaten['Anna']}, Ben ate {eaten['Ben']}.")
