"""Locks and permits that somebody else gives back than who took them, or that a class gives back in its own way."""
import asyncio
import multiprocessing
import threading
import time


class Lax(threading.Semaphore):
    def __init__(self, value):
        super().__init__(value)
        self.most = value

    def release(self):
        with self._cond:
            if self._value < self.most:
                self._value += 1
                self._cond.notify()


class LaxOfTasks(asyncio.Semaphore):
    def __init__(self, value):
        super().__init__(value)
        self.most = value

    def release(self):
        if self._value < self.most:
            self._value += 1
            self._wake_up_next()


lax = Lax(2)


def use():
    for _ in range(5):
        lax.acquire()
        time.sleep(0.001)
        lax.release()
        lax.release()


async def tasks():
    of_tasks = asyncio.Lock()
    await of_tasks.acquire()

    async def other():
        of_tasks.release()

    await asyncio.create_task(other())
    await of_tasks.acquire()
    asyncio.get_running_loop().call_later(0.01, of_tasks.release)

    async def third():
        async with of_tasks:
            await asyncio.sleep(0.001)

    await asyncio.create_task(third())
    lax_of_tasks = LaxOfTasks(2)

    async def use_it():
        for _ in range(3):
            await lax_of_tasks.acquire()
            await asyncio.sleep(0.001)
            lax_of_tasks.release()

    await asyncio.gather(use_it(), use_it(), use_it(), use_it())
    lax_of_tasks.release()


def give_back(lock):
    time.sleep(0.05)
    lock.release()


def main():
    users = [threading.Thread(target=use) for _ in range(4)]
    for each in users:
        each.start()
    for each in users:
        each.join()
    asyncio.run(tasks())
    context = multiprocessing.get_context("fork")
    of_processes = context.Lock()
    of_processes.acquire()
    child = context.Process(target=give_back, args=(of_processes,))
    child.start()
    of_processes.acquire()
    child.join()
    of_processes.release()
    of_threads = threading.Lock()
    taker = threading.Thread(target=of_threads.acquire)
    taker.start()
    taker.join()
    of_threads.release()
    with of_threads:
        pass


main()
