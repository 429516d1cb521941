"""A thread adds up, and main prints the sum: always 15."""

import threading

total = 0
printed = -1


def add_up():
    global total
    for i in range(1, 6):
        total = total + i


def main():
    global printed
    adder = threading.Thread(target=add_up, name="Adder")
    adder.start()
    adder.join()  # until it has ended, nobody knows how far it is
    printed = total
    print("The sum is", printed)


if __name__ == "__main__":
    main()
