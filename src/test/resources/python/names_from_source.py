"""Makes things in all ways that give them a name, and says where the name that was found is another."""

import sys
from dataclasses import dataclass, field

from _interleave import names


class Thing:
    def __init__(self, *_):
        self.called = names.of_creation(sys._getframe(1))


class Special(Thing):
    def __init__(self):
        self.first = 1
        self.called = names.of_creation(sys._getframe(1))


class Deep(Special):
    def __init__(self):
        class Base(Thing):
            def __init__(self):
                super().__init__()

        self.inner = Base()


def expect(thing, name):
    if thing.called != name:
        print("%r was called %r" % (name, thing.called))


def make(kind=Thing):
    return kind()


class Account:
    shared = Thing()

    def __init__(self, other=None):
        self.lock = Thing()
        self.other = other or Thing()
        self.forks = [Thing() for _ in range(2)]
        self.own, other = Thing(), 5
        mine = self
        mine.far = Thing()

    @classmethod
    def open(cls):
        cls.opened = Thing()

    @property
    def late(self):
        def inner():
            self.inner = Thing()
            local = Thing()
            return local

        return inner()


class Outer:
    class Inner:
        def __init__(self):
            self.lock = Thing()


@dataclass
class Record:
    lock: Thing = field(default_factory=Thing)


def locals_of_a_function(count):
    lock = Thing()
    expect(lock, "lock")
    a = b = Thing()
    expect(b, "a")
    forks = [Thing() for _ in range(count)]
    expect(forks[0], "forks[0]")
    expect(forks[count - 1], "forks[%d]" % (count - 1))
    both = [each for _ in range(2) for each in [Thing() for _ in range(2)]]
    pairs = [Thing() for _ in range(2) for _ in range(2)]
    expect(pairs[3], "pairs[3]")
    odd = [Thing() for each in range(4) if each % 2]
    expect(odd[1], "odd[1]")
    grown = []
    for _ in range(count):
        grown.append(Thing())
    expect(grown[1], "grown[1]")
    x, y = Thing(), Thing()
    expect(x, "x")
    expect(y, "y")
    p, q, r = Thing(), Thing(), Thing()
    expect(p, "p")
    expect(q, "q")
    expect(r, "r")
    s, t, u, v = Thing(), Thing(), Thing(), Thing()
    expect(s, "s")
    expect(v, "v")
    captured = Thing()
    expect(captured, "captured")
    third = [Thing(), Thing(), Thing()]
    expect(third[0], "third[0]")
    expect(third[2], "third[2]")
    by_name = {"left": Thing(), "right": Thing()}
    expect(by_name["left"], "by_name['left']")
    expect(by_name["right"], "by_name['right']")
    by_name["up"] = Thing()
    expect(by_name["up"], "by_name['up']")
    by_name[count] = Thing()
    expect(by_name[count], "by_name[…]")
    made = make()
    expect(made, "made")
    several = [make() for _ in range(3)]
    expect(several[2], "several[2]")
    known = {each: Thing() for each in range(3)}
    expect(known[1], "known[…]")
    chosen = Thing() if count else None
    expect(chosen, "chosen")
    if (walrus := Thing()) is not None:
        expect(walrus, "walrus")
    many = [a, a, a, a, a, a, a, a, a, a]
    long_call = Thing(a, b, [Thing() for _ in range(2)], many, len(many) + 3)
    expect(long_call, "long_call")
    with_others = (5, Thing(), len([1]))
    expect(with_others[1], "with_others[1]")
    return lambda: captured, both


lock = Thing()
expect(lock, "lock")
annotated: Thing = Thing()
expect(annotated, "annotated")
forks = [Thing() for _ in range(5)]
expect(forks[0], "forks[0]")
expect(forks[4], "forks[4]")
table = {}
table["a"] = Thing()
expect(table["a"], "table['a']")
first, second = Thing(), Thing()
expect(first, "first")
expect(second, "second")
special = Special()
expect(special, "special")
expect(Account.shared, "Account.shared")
account = Account()
expect(account.lock, "Account.lock")
expect(account.other, "Account.other")
expect(account.forks[1], "Account.forks[1]")
expect(account.own, "Account.own")
expect(account.far, "mine.far")
expect(account.late, "local")
Account.open()
expect(Account.opened, "Account.opened")
account.added = Thing()
expect(account.added, "account.added")
expect(Outer.Inner().lock, "Outer.Inner.lock")
expect(Record().lock, "self.lock")
expect(Deep().inner, "Deep.inner")
expect(make(), "")
expect(Account(Thing()).other, "")
locals_of_a_function(3)
locals_of_a_function(3)
print("%s, %s, %s" % (names.counted("lock"), names.counted("lock"), names.numbered("Lock")))
