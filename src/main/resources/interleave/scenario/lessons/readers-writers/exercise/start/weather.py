"""One writes temperature in two units, another reads both. They must always belong together."""

import threading

lock = threading.Lock()
celsius = 0
fahrenheit = 32
mixed = 0  # how often somebody read what does not belong together


def write():
    global celsius, fahrenheit
    with lock:
        celsius = 100
        fahrenheit = 212


def read():
    global mixed
    c = celsius
    f = fahrenheit
    if f != c * 9 // 5 + 32:
        mixed = mixed + 1


if __name__ == "__main__":
    writer = threading.Thread(target=write, name="Writer")
    reader = threading.Thread(target=read, name="Reader")
    writer.start()
    reader.start()
    writer.join()
    reader.join()
    print("Read what does not belong together:", mixed)
