"""Two transfers at once, each between the same two accounts. Nobody may get stuck, and no money be lost."""

import threading


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = 100
        self.lock = threading.Lock()


anna = Account(1)
ben = Account(2)


def transfer(source, target, amount):
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount


if __name__ == "__main__":
    threads = [
        threading.Thread(target=transfer, args=(anna, ben, 10), name="to Ben"),
        threading.Thread(target=transfer, args=(ben, anna, 20), name="to Anna"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"Anna {anna.balance}, Ben {ben.balance}")
