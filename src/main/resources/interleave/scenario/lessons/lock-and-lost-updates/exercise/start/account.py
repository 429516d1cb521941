"""Two threads add to one balance and subtract again. In the end it should be 0, whoever goes first."""

import threading

balance = 0


def change_it(n):
    global balance
    balance = balance + n
    balance = balance - n


if __name__ == "__main__":
    first = threading.Thread(target=change_it, args=(5,), name="Thread-1")
    second = threading.Thread(target=change_it, args=(8,), name="Thread-2")
    first.start()
    second.start()
    first.join()
    second.join()
    print("Balance:", balance)
