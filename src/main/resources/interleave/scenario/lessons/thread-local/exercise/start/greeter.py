"""Two threads greet, each its own guest. Nobody may be greeted by the name of somebody else."""

import threading

guest = ""
mistaken = 0


def greet(name):
    global guest
    guest = name
    welcome(name)


def welcome(expected):
    global mistaken
    name = guest
    if name != expected:
        mistaken = mistaken + 1


if __name__ == "__main__":
    first = threading.Thread(target=greet, args=("Anna",), name="for Anna")
    second = threading.Thread(target=greet, args=("Ben",), name="for Ben")
    first.start()
    second.start()
    first.join()
    second.join()
    print("Greeted by a wrong name:", mistaken)
