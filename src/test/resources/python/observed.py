"""Reads and writes of a global variable, in all the ways there are, and then by two threads without a lock."""
import sys
import threading

LOOPS = int(sys.argv[1])
balance = None
balance = "Anna"
balance = [1]
balance = object()
balance = True
balance = 0.5
balance = 1 << 70
balance = 3
assert balance == 3  # a read by the module's own code


class Account:
    balance = 77  # not the global one
    assert balance == 77


def local():
    balance = 5  # nor is this
    return balance


def missing():
    try:
        return nothing
    except NameError:
        return 0


def add():
    global balance
    balance += 1
    return balance


def change(n):
    global balance
    for _ in range(LOOPS):
        balance = balance + n
        balance = balance - n


local()
missing()
add()
nothing = 4
missing()
balance = 0
threads = [threading.Thread(target=change, args=(n,), name="Thread-%d" % n) for n in (5, 8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
