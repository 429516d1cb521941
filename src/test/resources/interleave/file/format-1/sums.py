"""A lock that is taken more often than there is room to record each time."""
import threading
import time

often = threading.Lock()


def take(times):
    for _ in range(times):
        with often:
            pass


def hold():
    with often:
        time.sleep(0.1)


def in_threads(*tasks):
    threads = [threading.Thread(target=task, args=arguments, name=name) for name, task, *arguments in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


in_threads(("one", take, 4000), ("other", take, 2000))
in_threads(("holder", hold), ("waiter", take, 1))
