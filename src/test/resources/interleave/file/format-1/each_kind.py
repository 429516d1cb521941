"""A little of each kind of thing that is recorded of a Python program, one after the other."""
import _thread
import asyncio
import multiprocessing
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

sold = 0
till = threading.Lock()
book = threading.RLock()
paid = threading.Condition()
seats = threading.Semaphore(1)
doors = threading.Event()
both = threading.Barrier(2)
orders = queue.Queue(1)
returns = queue.SimpleQueue()
waiter = threading.local()


def price(of):
    if of == 3:
        raise ValueError("no price of 3")
    return of * 10


def in_threads(*tasks):
    threads = [threading.Thread(target=task, name=task.__name__) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def locks():
    with till:
        clerk = threading.Thread(target=clerk_waits, name="clerk")
        clerk.start()
        time.sleep(0.01)
        hasty = threading.Thread(target=lambda: till.acquire(timeout=0.002), name="hasty")
        hasty.start()
        hasty.join()
    clerk.join()
    with book, book:
        pass


def clerk_waits():
    with till:
        pass


def meetings():
    def guest():
        with paid:
            paid.wait()
        both.wait()
        doors.wait()
        with seats:
            time.sleep(0.002)

    def host():
        time.sleep(0.005)
        with paid:
            paid.notify_all()
        both.wait()
        with seats:
            doors.set()
            time.sleep(0.002)

    in_threads(guest, host)


def queues():
    def kitchen():
        while orders.get() != "stop":
            pass

    cook = threading.Thread(target=kitchen, name="kitchen")
    cook.start()
    for each in ("soup", "bread", "stop"):
        orders.put(each)
    cook.join()
    returns.put("cold soup")
    try:
        orders.get(timeout=0.002)
    except queue.Empty:
        print("nothing else")


def lost_update():
    has_read, may_write = threading.Event(), threading.Event()

    def slow():
        global sold
        seen = sold
        has_read.set()
        may_write.wait()
        sold = seen + 1

    def quick():
        global sold
        has_read.wait()
        sold = sold + 1
        sold = sold + 1
        may_write.set()

    in_threads(slow, quick)


def local_values():
    waiter.name = "Ana"
    waiter.name

    def second():
        waiter.name = "Ben"

    in_threads(second)
    del waiter.name


def pools():
    with ThreadPoolExecutor(2, "cooks") as cooks:
        soup, none = cooks.submit(price, 2), cooks.submit(price, 3)
        print("soup costs", soup.result())
        print("failed:", none.exception())
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as others:
        print("tea costs", others.submit(price, 4).result())
    with multiprocessing.get_context("fork").Pool(1) as pool:
        print("map", pool.map(price, [1, 2], 1))


def raw_thread():
    over = _thread.allocate_lock()
    over.acquire()
    _thread.start_new_thread(over.release, ())
    while over.locked():
        time.sleep(0.001)


def clumsy():
    raise ValueError("no luck")


async def tasks():
    gate, line = asyncio.Lock(), asyncio.Queue()

    async def give():
        async with gate:
            await asyncio.sleep(0.002)
        await line.put("cake")

    async def take():
        async with gate:
            pass
        return await line.get()

    async with asyncio.TaskGroup() as group:
        group.create_task(give(), name="give")
        group.create_task(take(), name="take")
    print("sum", sum(await asyncio.gather(answer(1), answer(2))))


async def answer(number):
    await asyncio.sleep(0)
    return number


def worker(inbox, outbox, lock, free):
    for each in iter(inbox.get, None):
        with lock:
            outbox.send(each * 2)
    free.release()


def processes():
    context = multiprocessing.get_context("fork")
    inbox, lock, free = context.Queue(), context.Lock(), context.Semaphore(0)
    here, there = context.Pipe(False)
    other = context.Process(target=worker, args=(inbox, there, lock, free), name="other")
    other.start()
    for each in (1, 2, None):
        inbox.put(each)
    print("twice", here.recv(), here.recv())
    free.acquire()
    other.join()
    spawned = multiprocessing.get_context("spawn").Process(target=price, args=(1,), name="spawned")
    spawned.start()
    spawned.join()
    with multiprocessing.managers.SyncManager(ctx=context) as manager:
        shared = manager.list()
        shared.append("soup")
        print("shared", shared[0])


def children():
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        print("in the copy", flush=True)
        os.execv("/bin/sh", ["sh", "-c", "exit 5"])
    print("copy ended with", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    done = subprocess.run(["sh", "-c", "read line; echo got $line; exit 7"], input=b"soup\n", stdout=subprocess.PIPE)
    print(done.stdout.decode().strip(), done.returncode)
    idle = subprocess.Popen(["sleep", "30"])
    idle.send_signal(signal.SIGTERM)
    print("ended by", -idle.wait())
    try:
        subprocess.Popen(["no-such-program"])
    except FileNotFoundError:
        print("not started")


def busy():
    end = time.monotonic() + 0.02
    while time.monotonic() < end:
        pass


def main():
    sys.audit("interleave.phase", "together", 3)
    locks()
    meetings()
    queues()
    lost_update()
    local_values()
    sys.audit("interleave.phase", "apart", 4)
    pools()
    raw_thread()
    in_threads(clumsy)
    asyncio.run(tasks())
    processes()
    children()
    sys.audit("interleave.phase")
    in_threads(busy, locks)
    print("sold", sold)
    print("closed", file=sys.stderr)
    sys.exit(3)


if __name__ == "__main__":
    import multiprocessing.managers

    threading.excepthook = lambda about: print(about.thread.name, about.exc_value)
    main()
