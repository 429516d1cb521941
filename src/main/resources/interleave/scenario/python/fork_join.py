"""Primes are counted by halves of halves.

Python has no pool whose workers steal from each other: the halves of a range are made before, and the worker
processes of the pool take the next one whenever they have nothing to do.
"""

from concurrent.futures import ProcessPoolExecutor

WORKERS = 3
LIMIT = 1_000_000
SMALLEST = 30_000


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return number >= 2


def count(bounds):
    """How many primes there are in a range."""
    start, end = bounds
    return sum(1 for number in range(start, end) if is_prime(number))


def halves(start, end):
    """The ranges that are not worth splitting any more."""
    if end - start <= SMALLEST:
        return [(start, end)]
    middle = (start + end) // 2
    return halves(start, middle) + halves(middle, end)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=WORKERS) as pool:
        primes = sum(pool.map(count, halves(0, LIMIT)))
    print(f"There are {primes} primes below {LIMIT}.")
