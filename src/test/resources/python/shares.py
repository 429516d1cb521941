"""Three times as much of one as of the other, beside a thread that waits deep in its calls."""

import sys
import threading
import time


class Shop:
    def __init__(self):
        self.over = threading.Event()
        self.deep = threading.Event()

    def slow(self, n):
        total = 0
        for i in range(3 * n):
            total += i % 7
        return total

    def fast(self, n):
        total = 0
        for i in range(n):
            total += i % 7
        return total

    def wait(self, depth):
        if depth:
            self.wait(depth - 1)  # line 27
        else:
            self.deep.set()
            self.over.wait()  # line 30


shop = Shop()
waiter = threading.Thread(target=shop.wait, args=(2,), name="Waiter")
waiter.start()
shop.deep.wait()
until = time.process_time() + float(sys.argv[1])
while time.process_time() < until:
    shop.slow(2000)
    shop.fast(2000)
shop.over.set()
waiter.join()
print("sold")
sys.exit(3)
