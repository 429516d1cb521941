"""Each order waits for a part, and both are tasks of a pool with few threads."""

import time
from concurrent.futures import CancelledError, ThreadPoolExecutor, wait

from arguments import arguments

given = arguments(pool=("one", "two"), threads=2, orders=3, work=0.15, patience=1.0)

delivered = []
asked_parts = []


def make_part(number):
    """What makes the part of an order."""
    time.sleep(given.work)
    return number


def deliver(number):
    """An order: asks for a part, waits for it, and is delivered."""
    make_part(number)  # takes the order down
    part = parts.submit(make_part, number)
    asked_parts.append(part)
    try:
        part.result()  # keeps its thread while it waits: who shall make the part?
        delivered.append(number)
        print(f"Order {number} is delivered.")
    except CancelledError:
        print(f"Order {number} never got its part.")


if __name__ == "__main__":
    orders = ThreadPoolExecutor(given.threads, thread_name_prefix="orders")
    parts = orders
    if given.pool == "two":
        parts = ThreadPoolExecutor(given.threads, thread_name_prefix="parts")
    asked = [orders.submit(deliver, number) for number in range(1, given.orders + 1)]
    for order in asked:
        if wait([order], given.patience).not_done:
            print("Nothing moves any more.")  # without this it would be so for ever
            break
    for order in asked:
        order.cancel()  # those that have not begun
    for part in asked_parts:
        part.cancel()
    orders.shutdown()
    parts.shutdown()
    print(f"{len(delivered)} of {given.orders} orders were delivered.")
