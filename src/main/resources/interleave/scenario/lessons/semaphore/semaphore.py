"""A car park has fewer places than there are cars. Who finds it full waits at the barrier."""

import threading
import time

from arguments import arguments

given = arguments(cars=5, places=2, visits=3, stay=0.1, drive=0.0)

places = threading.Semaphore(given.places)  # one permit for each free place


def visit():
    """What each car does: it parks, goes for a drive, and comes back."""
    car = threading.current_thread().name
    for _ in range(given.visits):
        with places:  # takes a permit, or waits until there is one; gives it back in the end
            print(f"{car} parks.")
            time.sleep(given.stay)
        time.sleep(given.drive)


if __name__ == "__main__":
    cars = [threading.Thread(target=visit, name=f"Car-{n + 1}") for n in range(given.cars)]
    for car in cars:
        car.start()
    for car in cars:
        car.join()
    print("The car park is empty.")
