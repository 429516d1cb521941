"""Which instructions of a code object read or write a variable that is observed."""

from .. import frames, opcodes, record
from . import owners

_LOADS = ("LOAD_GLOBAL", "LOAD_NAME")
_STORES = ("STORE_GLOBAL", "STORE_NAME")
_MAINS = ("__main__", "__mp_main__")

# Names that are observed in every module; and by name the modules and classes of which one is.
_anywhere = set()
_within = {}

# By the identity of a code object, which is kept alive beside: its accesses by position, or None.
tables = {}
_codes = {}


class Access:
    """One instruction that reads or writes an observed variable."""

    __slots__ = ("name", "writes", "of_scope", "owner")

    def __init__(self, name, writes, of_scope, owner):
        self.name = name
        self.writes = writes
        # Of a module's own code and of a class' body it takes the frame to tell whether a global is meant.
        self.of_scope = of_scope
        # Of an attribute the variable that holds its owner, None of a global variable.
        self.owner = owner


class Table:
    """The accesses of a code object.

    before: by position, where one is about to happen; with extensions of its argument there are several positions.
    behind: the positions of the instructions that follow one.
    """

    __slots__ = ("before", "behind")

    def __init__(self):
        self.before = {}
        self.behind = set()


def begin(wanted):
    """Observes these variables: `name`, `module.name`, or `Class.name`."""
    for each in wanted:
        module, _, name = each.rpartition(".")
        if module:
            _within.setdefault(name, set()).add(module)
        else:
            _anywhere.add(name)


def anywhere():
    """The names that are observed in every module."""
    return _anywhere


def table(code):
    """The accesses of a code object; None where it has none, or is not the program's."""
    try:
        return tables[id(code)]
    except KeyError:
        made = _make(code) if frames.is_user(code) and _mentions(code) else None
        _codes[id(code)] = code
        tables[id(code)] = made
        return made


def is_observed(name, scope):
    """Whether that name of that module's variables is observed."""
    if name in _anywhere:
        return True
    modules = _within.get(name, ())
    module = scope.get("__name__")
    return module in modules or module in _MAINS and _stem(scope) in modules


def classes(name):
    """Of which classes, or modules, the attribute is observed."""
    return _within.get(name, ())


def title(name, scope):
    """What the variable is called: with its module, where that is not the program itself."""
    module = scope.get("__name__")
    return name if type(module) is not str or module in _MAINS else module + "." + name


def _stem(scope):
    file = scope.get("__file__")
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] if type(file) is str else ""


def _mentions(code):
    return any(name in _anywhere or name in _within for name in code.co_names)


def _make(code):
    made = Table()
    attributes = owners.owners(code) if _within else {}
    first = before = None
    for at, name, argument in _units(code):
        if before:
            made.behind.add(at)
            before = name == "EXTENDED_ARG"
        if first is None:
            first = at
        if name == "EXTENDED_ARG":
            continue
        access = _access(code, name, argument, attributes.get(at))
        if access is not None:
            made.before.update((each, access) for each in range(first, at + 1, 2))
            before = True
        first = None
    return made if made.before else None


def _access(code, name, argument, attribute):
    """What an instruction does to an observed variable; None where it is about another."""
    if name in _LOADS or name in _STORES:
        variable = opcodes.name_of_argument(code, name, argument)
        if variable in _anywhere or variable in _within:
            return Access(variable, name in _STORES, name.endswith("_NAME"), None)
    elif attribute is not None and attribute[1] in _within:
        _, variable, owner = attribute
        if owner is not None:
            return Access(variable, name == "STORE_ATTR", False, owner)
        record.note("An attribute %s in %s is not observed: whose it is cannot be told." % (variable, code.co_name))
    return None


def _units(code):
    """Position, name and whole argument of all instructions and extensions of their arguments, without caches."""
    known = {at: (name, argument) for at, name, _, argument in opcodes.instructions(code)}
    stream = code.co_code
    for at in range(0, len(stream), 2):
        if at in known:
            yield (at,) + known[at]
        elif stream[at]:
            yield at, "EXTENDED_ARG", 0
