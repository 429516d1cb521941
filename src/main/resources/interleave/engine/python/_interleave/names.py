"""What the program calls a thing that it has just made: the variable, attribute or element it is about to be stored in.

This is read from the instructions behind the call that makes it, once for each place. The walk follows the value while
others are loaded above it, into a list, a tuple or a dictionary, and out of functions that return it.
"""

from itertools import count

from . import frames

_FARTHEST = 200
_MOST_CALLERS = 4
_STORES = ("STORE_NAME", "STORE_GLOBAL", "STORE_FAST", "STORE_DEREF")
# These push and take nothing; the other instructions that begin so take what they look into.
_LOADS = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW", "LOAD_DEREF",
          "LOAD_CLASSDEREF", "LOAD_CLOSURE", "LOAD_CONST", "LOAD_SMALL_INT", "LOAD_BUILD_CLASS", "LOAD_FAST_AND_CLEAR",
          "LOAD_LOCALS", "PUSH_NULL", "LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW")
_NOTHING = ("NOP", "RESUME", "PRECALL", "KW_NAMES", "NOT_TAKEN", "DUP_TOP", "COPY")
_COLLECTS = ("LIST_APPEND", "SET_ADD", "MAP_ADD")
_BUILDS = ("BUILD_LIST", "BUILD_TUPLE", "BUILD_SET")
_ROTATIONS = {"ROT_TWO": 2, "ROT_THREE": 3, "ROT_FOUR": 4}
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>")
_GROWING = ("append", "add", "appendleft")
_SOMEWHERE = "[…]"

_known = {}
_used = {}


def renew():
    """Counts anew, and what was learnt of places stays known."""
    _used.clear()
    for each in _known.values():
        each.element.run = None


def name_of(frame, kind):
    """A name for a thing of that kind that the call makes at which the frame is: its own, or `Lock 3`."""
    return counted(of_creation(frame)) or numbered(kind)


def counted(name):
    """name, name@2, name@3 …"""
    number = _next(name) if name else 1
    return name if number == 1 else "%s@%d" % (name, number)


def numbered(kind):
    """Lock 1, Lock 2 …"""
    return "%s %d" % (kind, _next(kind + " "))


def _next(name):
    return next(_used.setdefault(name, count(1)))


def of_creation(frame):
    """What is about to hold the thing that the call makes at which the frame is; empty when that cannot be told."""
    try:
        return _of_call(frame, _MOST_CALLERS)
    except Exception:  # such as an instruction of a Python that is newer than we are
        return ""


def _of_call(frame, callers):
    if frame is None or not callers or not frames.is_user(frame.f_code):
        return ""
    place = (frame.f_code, frame.f_lasti)
    found = _known.get(place)
    if found is None:
        found = _known[place] = _Walk(frame.f_code, frame.f_lasti)
        found.go()
    name = _of_call(frame.f_back, callers - 1) if found.of_caller else found.name
    return name + found.element.of(frame) if name else ""


class _Element:
    """Which element of the named thing it is; in a list, counted anew for each run of the function that fills it."""

    def __init__(self, text="", counts=False):
        self.text = text
        self.counts = counts
        self.run = None
        self.number = count()

    def of(self, frame):
        """What it is now."""
        if not self.counts:
            return self.text
        run = tuple(_calls(frame))
        if self.run != run:
            self.run = run
            self.number = count()
        return "[%d]" % next(self.number)


def _calls(frame):
    """Tells one run of a function from the next, as far as they are called from different places."""
    yield id(frame)
    for _ in range(_MOST_CALLERS):
        frame = frame.f_back
        if frame is None:
            break
        yield frame.f_lasti


class _Walk:
    """Goes forward from a call and keeps how many values lie above the one that the call made."""

    def __init__(self, code, lasti):
        from . import opcodes  # not needed by a program that makes nothing

        self.opcodes = opcodes
        self.code = code
        self.all = list(opcodes.instructions(code))
        # Some versions point behind the caches of the instruction.
        self.call = self.at = sum(each[0] <= lasti for each in self.all) - 1
        self.above = 0
        self.name = ""
        self.of_caller = False
        self.element = _Element()

    def go(self):
        """Finds the name, or that the caller of this function is to be asked for it."""
        for _ in range(_FARTHEST):
            self.at += 1
            if self.at == len(self.all) or self._step(*self.all[self.at][1:]):
                break

    def _step(self, op, number, argument):
        """Whether the walk ends here."""
        if op in _LOADS:
            self.above += self.opcodes.effect(number, argument)
        elif op.startswith("STORE_"):
            return self._store(op, argument)
        elif op in _ROTATIONS or op == "SWAP":
            self._rotate(op, argument)
        elif op == "JUMP_FORWARD":
            self._skip_to(self.opcodes.target(self.all[self.at][0], argument))
        elif op in _COLLECTS and not self.above:
            self.element = _Element(counts=True) if op == "LIST_APPEND" else _Element(_SOMEWHERE)
            return self._leave_comprehension(argument)
        elif op in ("BEFORE_WITH", "SETUP_WITH"):
            return bool(self.above)  # what it enters is mostly the thing itself
        elif op == "RETURN_VALUE" or op == "POP_TOP" and self.code.co_name == "__init__":
            # The second: super().__init__() in a subclass, whose caller makes the thing.
            self.of_caller = not self.above
            return True
        elif op not in _NOTHING:
            return self._compute(op, number, argument)
        return False

    # Stores

    def _store(self, op, argument):
        if op == "STORE_ATTR":
            return self._store_into(1, lambda: self._attribute(self.code.co_names[argument]))
        if op == "STORE_SUBSCR":
            return self._store_into(2, self._item)
        if op == "STORE_FAST_LOAD_FAST":
            if self.above:
                return False
            self.name = self.code.co_varnames[argument >> 4]
        elif op == "STORE_FAST_STORE_FAST":
            self.above -= 2
            if self.above >= 0:
                return False
            self.name = self.code.co_varnames[argument >> 4 if self.above == -2 else argument & 15]
        elif op in _STORES:
            self.above -= 1
            if self.above >= 0:
                return False
            self.name = self._in_class(self._argument(self.at))
        return True

    def _store_into(self, values, name):
        """So many values say where to; another store may come first, of what is above."""
        if self.above > values:
            self.above -= values + 1
            return False
        if self.above == values:
            self.name = name()
        return True

    def _in_class(self, name):
        """In the body of a class it is one of the class's names."""
        optimized = self.code.co_flags & 1
        return name if optimized or self.code.co_name.startswith("<") else self.code.co_name + "." + name

    def _attribute(self, name):
        owner = self._loaded(self.at - 1)
        return owner + "." + name if owner else name

    def _item(self):
        _, op, _, argument = self.all[self.at - 1]
        if op == "LOAD_FAST_LOAD_FAST":
            self.element = _Element(_SOMEWHERE)
            return self.code.co_varnames[argument >> 4]
        constant = self._constant(self.at - 1)
        self.element = _Element(_SOMEWHERE if constant is None else "[%r]" % (constant,))
        return self._loaded(self.at - 2)

    def _constant(self, at):
        """A number or a text that is loaded there."""
        _, op, _, argument = self.all[at]
        if op == "LOAD_SMALL_INT":
            return argument
        constant = self.code.co_consts[argument] if op == "LOAD_CONST" else None
        return constant if type(constant) in (int, str) else None

    def _loaded(self, at):
        """What is loaded there: a variable, an attribute of one, or self, for which its class stands."""
        name = self._argument(at)
        op = self.all[at][1]
        if op in ("LOAD_ATTR", "LOAD_METHOD") and name:
            owner = self._loaded(at - 1)
            return owner + "." + name if owner else name
        if op.startswith(("LOAD_FAST", "LOAD_DEREF")) and self.code.co_argcount and name == self.code.co_varnames[0]:
            return frames.owner_of(self.code) or name
        return name or ""

    def _argument(self, at):
        _, op, _, argument = self.all[at]
        return self.opcodes.name_of_argument(self.code, op, argument)

    # Ways through the stack

    def _rotate(self, op, argument):
        depth = _ROTATIONS.get(op, argument)
        if not self.above:
            self.above = depth - 1
        elif op == "SWAP":
            self.above = 0 if self.above == depth - 1 else self.above
        elif self.above < depth:  # the top goes below the others
            self.above -= 1

    def _skip_to(self, target):
        while self.at + 1 < len(self.all) and self.all[self.at + 1][0] < target:
            self.at += 1

    def _leave_comprehension(self, depth):
        """Its own function returns, or its loops end, which are one less than what lies above the list."""
        if self.code.co_name in _COMPREHENSIONS:
            self.of_caller = True
            return True
        loops = depth - 1
        while loops and self.at + 1 < len(self.all):
            self.at += 1
            loops -= self.all[self.at][1] == "END_FOR"
        if self.at + 1 < len(self.all) and self.all[self.at + 1][1] in ("POP_TOP", "POP_ITER"):
            self.at += 1
        return loops > 0

    def _compute(self, op, number, argument):
        """An instruction that takes some values and makes one."""
        if op in _BUILDS and argument > self.above:
            self.element = _Element("[%d]" % (argument - 1 - self.above) if op != "BUILD_SET" else _SOMEWHERE)
            self.above = 0
            return False
        if op in ("BUILD_MAP", "BUILD_CONST_KEY_MAP") and self.above:
            return self._build_map(op, argument)
        if op == "UNPACK_SEQUENCE" and not self.above and self.element.text[1:-1].isdigit():
            self.above = int(self.element.text[1:-1])
            self.element = _Element()
            return False
        effect = -argument - 1 if op == "CALL" else self.opcodes.effect(number, argument)
        if 1 - effect <= self.above:
            self.above += effect
            return False
        if op in ("CALL", "CALL_METHOD") and argument == 1 and not self.above:
            self.name = self._grown()
        return True

    def _build_map(self, op, argument):
        if op == "BUILD_CONST_KEY_MAP" and argument >= self.above:
            key = self.code.co_consts[self.all[self.at - 1][3]][argument - self.above]
            self.element = _Element("[%r]" % (key,) if type(key) in (int, str) else _SOMEWHERE)
        elif op == "BUILD_MAP" and 2 * argument > self.above:
            self.element = _Element(_SOMEWHERE)
        else:
            return True
        self.above = 0
        return False

    def _grown(self):
        """`forks.append(Lock())`: what stands before the method."""
        for at in range(self.call - 1, 0, -1):
            op = self.all[at][1]
            if op in ("LOAD_METHOD", "LOAD_ATTR") and self._argument(at) in _GROWING:
                self.element = _Element(counts=True) if self._argument(at) == "append" else _Element(_SOMEWHERE)
                return self._loaded(at - 1)
            if op.startswith(("STORE_", "POP_")):
                break
        return ""
