"""Three cars and a car park with two places. Never may more be in it than there are places."""

import threading

PLACES = 2
sign = threading.Lock()
parked = 0
most = 0
places = threading.Semaphore(PLACES)


def enter():
    global parked, most
    with sign:
        parked = parked + 1
        most = max(most, parked)


def leave():
    global parked
    with sign:
        parked = parked - 1


def visit():
    if places.acquire(blocking=False):  # looks and takes in one step
        enter()
        leave()
        places.release()


if __name__ == "__main__":
    cars = [threading.Thread(target=visit, name=f"Car-{i + 1}") for i in range(3)]
    for car in cars:
        car.start()
    for car in cars:
        car.join()
    print("At most", most, "were in at once.")
