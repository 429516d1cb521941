"""Producers put orders into one bounded queue; consumers take them out and work on them."""

import time
from queue import Queue
from threading import Thread, current_thread

PRODUCERS = 2
CONSUMERS = 1
CAPACITY = 3
ORDERS = 6
PAUSE = 0.05  # seconds to make an order
WORK = 0.1  # seconds to work on one
CLOSED = "closed"


def produce(orders, letter):
    """What a producer runs."""
    for number in range(1, ORDERS + 1):
        time.sleep(PAUSE)
        orders.put(f"{letter}{number}")  # waits here while the queue is full
    print(f"Producer {letter} has put {ORDERS} orders.")


def consume(orders):
    """What a consumer runs."""
    done = 0
    while True:
        order = orders.get()  # waits here while the queue is empty
        if order == CLOSED:
            break
        time.sleep(WORK)
        done += 1
    print(f"{current_thread().name} has done {done} orders.")


if __name__ == "__main__":
    orders = Queue(maxsize=CAPACITY)
    letters = [chr(ord("A") + i) for i in range(PRODUCERS)]
    producers = [Thread(target=produce, args=(orders, x), name=f"Producer-{x}") for x in letters]
    consumers = [
        Thread(target=consume, args=(orders,), name=f"Consumer-{i + 1}") for i in range(CONSUMERS)
    ]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    for _ in consumers:
        orders.put(CLOSED)  # behind all orders: whoever takes it leaves
    for thread in consumers:
        thread.join()
    print("All orders are done.")
