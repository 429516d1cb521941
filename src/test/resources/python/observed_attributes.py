"""Attributes in all the ways there are, and then one that two threads change without a lock."""
import sys
import threading

LOOPS = int(sys.argv[1])


class Account:
    total = 100

    def __init__(self):
        self.balance = 0

    def change(self, n):
        self.balance += n
        self.balance = self.balance - n


class Savings(Account):
    pass


class Slim:
    __slots__ = ("balance",)


class Computed:
    @property
    def balance(self):
        return 5


class Other:
    balance = 3


class Noisy:
    def __del__(self):
        account.balance = 1000  # in the middle of another write


def change(n):
    for _ in range(LOOPS):
        account.change(n)


slim = Slim()
computed = Computed()
try:
    slim.balance
except AttributeError:
    slim.balance = computed.balance + Other.balance
savings = Savings()
Account.total = savings.total + 1
account = Account()
slim.balance = Noisy()
slim.balance = 7
account.balance = 0
threads = [threading.Thread(target=change, args=(n,), name="Thread-%d" % n) for n in (5, 8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.balance)
