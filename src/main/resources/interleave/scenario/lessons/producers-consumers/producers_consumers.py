"""Producers put orders into one bounded queue; consumers take them out and work on them."""

import time
from queue import Queue
from threading import Thread, current_thread

from arguments import arguments

CLOSED = "closed"


def produce(orders, letter, count, pause):
    """What a producer runs."""
    for number in range(1, count + 1):
        time.sleep(pause)  # it takes a while to make one
        orders.put(f"{letter}{number}")  # waits here while the queue is full
    print(f"Producer {letter} has put {count} orders.")


def consume(orders, work):
    """What a consumer runs."""
    done = 0
    while True:
        order = orders.get()  # waits here while the queue is empty
        if order == CLOSED:
            break
        time.sleep(work)  # it takes a while to work on one
        done += 1
    print(f"{current_thread().name} has done {done} orders.")


if __name__ == "__main__":
    given = arguments(producers=2, consumers=1, capacity=3, orders=6, pause=0.05, work=0.1)
    orders = Queue(maxsize=given.capacity)
    producers = []
    for letter in "ABCDEFGH"[: given.producers]:
        args = (orders, letter, given.orders, given.pause)
        producers.append(Thread(target=produce, args=args, name=f"Producer-{letter}"))
    consumers = [
        Thread(target=consume, args=(orders, given.work), name=f"Consumer-{i + 1}")
        for i in range(given.consumers)
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
