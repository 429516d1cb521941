"""Numbers given to objects of the program, which are neither kept alive, changed, compared nor hashed."""

from _weakref import ref


class _Reference(ref):
    __slots__ = ("key", "number")


class Known:
    """By the identity of an object: its number, until the object is gone."""

    def __init__(self):
        self._references = references = {}

        def gone(reference):
            if references.get(reference.key) is reference:
                del references[reference.key]

        self._gone = gone

    def get(self, thing):
        """The object's number; None when it has none."""
        found = self._references.get(id(thing))
        return None if found is None else found.number

    def put(self, thing, number):
        """Gives the object a number."""
        reference = _Reference(thing, self._gone)
        reference.key = id(thing)
        reference.number = number
        self._references[id(thing)] = reference

    def forget(self, thing):
        """The object has no number any more."""
        self._references.pop(id(thing), None)

    def clear(self):
        """No object has a number any more."""
        self._references.clear()
