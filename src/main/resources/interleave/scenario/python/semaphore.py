"""A car park has fewer places than there are cars. Who finds it full waits at the barrier."""
import threading
import time

CARS = 5
VISITS = 3
STAY = 0.1

places = threading.Semaphore(2)  # one permit for each free place


def visit():
    car = threading.current_thread().name
    for _ in range(VISITS):
        with places:  # takes a permit, or waits until there is one
            print(car, "parks.")
            time.sleep(STAY)


if __name__ == "__main__":
    cars = [threading.Thread(target=visit, name=f"Car-{n + 1}") for n in range(CARS)]
    for car in cars:
        car.start()
    for car in cars:
        car.join()
    print("The car park is empty.")
