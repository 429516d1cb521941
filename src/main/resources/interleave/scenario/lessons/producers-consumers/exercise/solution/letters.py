"""One writes letters, two carry them out. When all is done, all must go home."""

import queue
import threading

box = queue.Queue(4)
CARRIERS = 2
LAST = "the last one"


def carry():
    while box.get() != LAST:
        pass
    print(threading.current_thread().name, "goes home.")


if __name__ == "__main__":
    carriers = [threading.Thread(target=carry, name=f"Carrier-{i + 1}") for i in range(CARRIERS)]
    for carrier in carriers:
        carrier.start()
    box.put("to Anna")
    box.put("to Ben")
    for _ in carriers:
        box.put(LAST)  # what one takes, the other never sees: one for each
    for carrier in carriers:
        carrier.join()
    print("All are at home.")
