"""Locks, semaphores, conditions, events and values that processes share."""
import multiprocessing
import sys
import time


def work(lock, again, permits, ready, value, condition, here, gate, done):
    ready.wait()
    here.release()
    for _ in range(5):
        with lock:
            with again, again:
                value.value += 1
        permits.acquire()
        permits.release()
    gate.wait()
    with condition:
        condition.notify_all()
    done.set()


def main():
    context = multiprocessing.get_context(sys.argv[1])
    balance_lock = context.Lock()
    again = context.RLock()
    permits = context.BoundedSemaphore(2)
    ready = context.Event()
    count = context.Value("i", 0)
    changed = context.Condition()
    here = context.Semaphore(0)
    gate = context.Barrier(2)
    done = context.Event()
    arguments = (balance_lock, again, permits, ready, count, changed, here, gate, done)
    processes = [context.Process(target=work, args=arguments) for _ in range(2)]
    with balance_lock:
        with changed:
            for process in processes:
                process.start()
            ready.set()
            changed.wait(0.01)
        here.acquire()
        here.acquire()
        time.sleep(0.3)
    for process in processes:
        process.join()
    print(count.value, balance_lock.acquire(timeout=1), balance_lock.acquire(False), balance_lock.acquire(timeout=0.01))
    balance_lock.release()
    try:
        permits.release()
    except ValueError as error:
        print(error)
    print(ready.is_set(), repr(again)[:6])


if __name__ == "__main__":
    main()
