"""Takes messages out of a queue and never says that they are done; whoever joins it waits for ever."""
import queue
import threading

orders = queue.Queue()


def work():
    while True:
        orders.get()


threading.Thread(target=work, daemon=True, name="worker").start()
orders.put("tea")
orders.join()
