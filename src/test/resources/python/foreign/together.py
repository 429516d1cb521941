"""What the multiprocessing documentation shows: a pool, queues, pipes, locks, shared values, a manager."""

import multiprocessing as mp
import sys


def square(x):
    return x * x


def divide(a, b):
    return a / b


def work(tasks, done):
    for function, args in iter(tasks.get, "STOP"):
        done.put((mp.current_process().name != "MainProcess", function(*args)))


def talk(connection):
    connection.send([42, None, "hello"])
    connection.close()


def add(lock, number, numbers):
    with lock:
        number.value += 1
        for i in range(len(numbers)):
            numbers[i] = -numbers[i]


def fill(shared, listed):
    shared["one"] = 1
    shared["2"] = 2
    listed.reverse()


def main():
    mp.set_start_method(sys.argv[1])
    with mp.Pool(2) as pool:
        print(pool.map(square, range(10)), pool.apply_async(divide, (1, 2)).get())
        print(list(pool.imap(square, range(5), 2)), sorted(pool.imap_unordered(square, range(5))))
        print(pool.starmap(divide, [(1, 2), (3, 4)]))
        try:
            pool.apply(divide, (1, 0))
        except ZeroDivisionError as error:
            print("caught", error, type(error.__cause__).__name__)
    tasks, done = mp.Queue(), mp.Queue()
    for i in range(6):
        tasks.put((square, (i,)))
    workers = [mp.Process(target=work, args=(tasks, done)) for _ in range(2)]
    for each in workers:
        each.start()
    print(sorted(done.get() for _ in range(6)))
    for _ in workers:
        tasks.put("STOP")
    for each in workers:
        each.join()
    here, there = mp.Pipe()
    talker = mp.Process(target=talk, args=(there,))
    talker.start()
    print(here.recv())
    talker.join()
    lock, number, numbers = mp.Lock(), mp.Value("d", 0.0), mp.Array("i", range(5))
    adders = [mp.Process(target=add, args=(lock, number, numbers)) for _ in range(3)]
    for each in adders:
        each.start()
    for each in adders:
        each.join()
    print(number.value, numbers[:])
    with mp.Manager() as manager:
        shared, listed = manager.dict(), manager.list(range(5))
        filler = mp.Process(target=fill, args=(shared, listed))
        filler.start()
        filler.join()
        print(dict(shared), list(listed), filler.exitcode, mp.active_children() != [])


if __name__ == "__main__":
    main()
