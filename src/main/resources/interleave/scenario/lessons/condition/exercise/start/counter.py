"""Two guests and one cake. Whoever is woken must not take a cake that somebody else has taken meanwhile."""

import threading

counter = threading.Condition()
cakes = 0
fewest = 0


def bring():
    global cakes
    with counter:
        cakes = cakes + 1
        counter.notify_all()


def take():
    global cakes, fewest
    with counter:
        if cakes == 0:
            counter.wait()
        cakes = cakes - 1
        fewest = min(fewest, cakes)


if __name__ == "__main__":
    anna = threading.Thread(target=take, name="Anna")
    ben = threading.Thread(target=take, name="Ben")
    anna.start()
    ben.start()
    bring()
    bring()
    anna.join()
    ben.join()
    print(f"Cakes left: {cakes}, fewest ever: {fewest}")
