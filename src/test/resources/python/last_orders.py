import atexit
import multiprocessing
import queue

# Handlers are called by the interpreter itself, the last one first.
last = queue.Queue()
atexit.register(last.get)
atexit.register(last.put, "a")
if __name__ == "__main__":
    across = multiprocessing.get_context("spawn").Queue()
    across.put("b")
    print(across.get())
    atexit.register(across.get)
    atexit.register(across.put, "c")
