"""Messages through all kinds of queues of the module queue, those of the program's own too."""
import queue
import threading

CLOSED = object()


class Unordered(queue.Queue):
    """Keeps its messages in a set."""

    def _init(self, maxsize):
        self.kept = set()

    def _qsize(self):
        return len(self.kept)

    def _put(self, item):
        self.kept.add(item)

    def _get(self):
        return self.kept.pop()


class Counting(queue.LifoQueue):
    def __init__(self):
        super().__init__(3)
        self.count = 0

    def _put(self, item):
        super()._put(item)
        self.count += 1


def raised(function, *arguments, **named):
    try:
        function(*arguments, **named)
    except Exception as error:
        return "%r %r" % (error, error.__context__)
    return "nothing"


def work():
    while True:
        order = orders.get()
        done.put(order)
        orders.task_done()
        if order is CLOSED:
            break


orders = queue.Queue(2)
done = queue.SimpleQueue()
worker = threading.Thread(target=work, name="worker")
for number in range(2):
    orders.put(7)
worker.start()
for number in range(3):
    orders.put(7)
orders.put(CLOSED)
orders.join()
worker.join()
print([done.get() for _ in range(5)], done.get() is CLOSED, done.empty(), done.qsize())

unordered, counting, urgent = Unordered(), Counting(), queue.PriorityQueue()
for word in ("b", "a", "c"):
    unordered.put(word)
    counting.put(word)
    urgent.put((word, word))
print(sorted(unordered.get() for _ in range(3)), [counting.get() for _ in range(3)], counting.count)
print([urgent.get()[0] for _ in range(3)])
print(raised(orders.get, timeout=0.001), raised(orders.get_nowait), raised(orders.get, timeout=-1))
orders.put(1)
orders.put_nowait(2)
print(raised(orders.put, 3, timeout=0.001), raised(orders.put_nowait, 3), raised(orders.put, 3, timeout=-1))
print(orders.get(), list(orders.queue), orders.get(), raised(done.get, timeout=0.001), raised(done.get, timeout=-1))
print(raised(done.get_nowait), raised(orders.task_done), raised(orders.task_done), raised(orders.task_done))
