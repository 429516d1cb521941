"""Primes are counted by halves of halves.

Python has no pool whose workers steal from each other: the halves of a range are made before, and the worker
processes of the pool take the next one whenever they have nothing to do.
"""

from concurrent.futures import ProcessPoolExecutor

from arguments import arguments


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return number >= 2


def count(start, end):
    """How many primes there are from start up to, but not including, end."""
    return sum(1 for number in range(start, end) if is_prime(number))


def halves(start, end, smallest):
    """The ranges that are not worth splitting any more."""
    if end - start <= smallest:
        return [(start, end)]
    middle = (start + end) // 2
    return halves(start, middle, smallest) + halves(middle, end, smallest)


if __name__ == "__main__":
    given = arguments(workers=3, limit=300_000, smallest=30_000)
    with ProcessPoolExecutor(max_workers=given.workers) as pool:
        parts = [pool.submit(count, *part) for part in halves(0, given.limit, given.smallest)]
        primes = sum(part.result() for part in parts)
    print(f"There are {primes} primes below {given.limit}.")
