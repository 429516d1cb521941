"""Patches modules of the standard library, when the program imports them.

The package hooks holds a module for each that is traced, with a function patch(module), under the same name: for
multiprocessing.queues that is hooks/multiprocessing/queues.py, or a folder of that name. A folder that has the name of
a package of the library, such as multiprocessing, only holds the hooks of its modules. A module of the same name that
is the program's own is left alone. When a patch fails, all that it has changed is changed back, and it is said in the
recording. Where the program is under control, the packages control.patches and control.above hold modules in the same
way: the hooks go around what those of the first have made, and those of the second around the hooks.
"""

import os
import sys

from . import frames, guards, record

_HOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hooks")
_PACKAGE = "_interleave.hooks"
_MISSING = object()
# By the name of a module of the library: the modules that patch it, in their order.
_sources = {}
# By their identity: the codes of the library's functions that a hook stands before.
ORIGINALS = {}


class _Journal:
    """What the patch that is being made has changed so far."""

    changes = []


def begin(folder, around=()):
    """Patches what is imported already, and the rest as it comes.

    around: of a program under control, names and folders of the packages whose patches come before and behind the hooks.
    """
    begin_with([*around[:1], (_PACKAGE, _HOOKS), *around[1:]])
    # The modules of this package are found without it, and the program does not see it.
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != folder]


def begin_with(packages):
    """The same with what these packages hold, each a name and a folder."""
    for package, folder in packages:
        for each in _names(folder, ""):
            _sources.setdefault(each, []).append(package + "." + each)
    names = set(_sources)
    for name in sorted(names):
        module = sys.modules.get(name)
        if module is not None and _is_library(module) and not hasattr(module, "__path__"):
            _apply(name, module)
    sys.meta_path.insert(0, _Finder(names))


def forget_module(name):
    """Takes a module of ours out of those that are imported, as soon as the next one is looked for."""
    _Finder.forgotten = name


def replace(owner, name, value):
    """Sets an attribute; undone when the patch that does so fails."""
    _Journal.changes.append((owner, name, vars(owner).get(name, _MISSING)))
    setattr(owner, name, value)


def wrap(owner, name, make, bare=False):
    """Replaces a function or method by what `make` makes of it, under its own name. Nothing where it is missing.

    A hook that fails leaves the original, see guards; a bare one has to see to that itself.
    """
    original = vars(owner).get(name, _MISSING)
    if original is _MISSING:
        return
    plain = original.__func__ if isinstance(original, (staticmethod, classmethod)) else original
    code = getattr(plain, "__code__", None)
    ORIGINALS[id(code)] = code
    wrapped = look_like(make(plain) if bare else guards.guard(make, plain), plain)
    if plain is not original:
        wrapped = type(original)(wrapped)
    replace(owner, name, wrapped)
    # A module such as os has it from another, by whose name it is pickled.
    home = sys.modules.get(getattr(plain, "__module__", None) or "")
    if home is not owner and type(owner) is type(sys) and vars(home or owner).get(name) is plain:
        replace(home, name, wrapped)


def look_like(function, original):
    """Gives a function the name, place and words of another."""
    for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__"):
        value = original if attribute == "__wrapped__" else getattr(original, attribute, None)
        try:
            setattr(function, attribute, value)
        except (AttributeError, TypeError):
            pass  # such as a slot of a builtin
    return function


def quiet(function):
    """The function, which raises nothing: what it could not do is said once."""
    said = set()

    def quietly(*arguments):
        try:
            return function(*arguments)
        except Exception as error:
            sentence = "%s: %s: %s." % (function.__doc__.rstrip("."), type(error).__name__, error)
            if sentence not in said:
                said.add(sentence)
                record.note("Not recorded: " + sentence)
            return None

    return look_like(quietly, function)


def _names(folder, prefix):
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name != "__pycache__":
            yield prefix + entry.name
            yield from _names(entry.path, prefix + entry.name + ".")
        elif entry.name.endswith(".py") and entry.name != "__init__.py":
            yield prefix + entry.name[:-3]


def _is_library(module):
    """Whether it is the module of the standard library, and not one of the program's that has its name."""
    return _is_library_file(getattr(module, "__file__", None))


def _is_library_file(file):
    return not file or not file.endswith(".py") or frames.is_library_file(file)


def _apply(name, module):
    for source in _sources[name]:
        _apply_one(source, name, module)


def _apply_one(source, name, module):
    outer = _Journal.changes
    _Journal.changes = []
    try:
        hook = __import__(source, None, None, ["patch"])
        hook.patch(module)
    except Exception as error:
        for owner, attribute, before in reversed(_Journal.changes):
            if before is _MISSING:
                delattr(owner, attribute)
            else:
                setattr(owner, attribute, before)
        record.note("The module %s could not be traced: %s: %s." % (name, type(error).__name__, error))
    finally:
        _Journal.changes = outer


class _Finder:
    """Stands first among the finders of modules, and patches those that are traced when they have been executed."""

    forgotten = ""

    def __init__(self, names):
        self.names = names
        self.searching = set()

    def find_spec(self, name, path=None, target=None):
        """The spec that the others find, with a loader that patches."""
        if _Finder.forgotten:
            sys.modules.pop(_Finder.forgotten, None)
            _Finder.forgotten = ""
        if name not in self.names or name in self.searching:
            return None
        self.searching.add(name)
        try:
            spec = self._find_behind(name, path, target)
        finally:
            self.searching.discard(name)
        loader = getattr(spec, "loader", None)
        if loader is None or isinstance(loader, type) or spec.submodule_search_locations is not None:
            return spec
        if _is_library_file(spec.origin):
            self._patch_after(name, loader)
        return spec

    def _find_behind(self, name, path, target):
        for finder in sys.meta_path:
            find = None if finder is self else getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find else None
            if spec is not None:
                return spec
        return None

    @staticmethod
    def _patch_after(name, loader):
        execute = getattr(loader, "exec_module", None)
        if execute is None:
            return

        def exec_module(module):
            del loader.exec_module
            execute(module)
            _apply(name, module)

        try:
            loader.exec_module = exec_module
        except AttributeError:
            pass  # a loader of somebody else's: the module stays as it is


# Our functions that call something of the library's because the program wants it.
FOR_THE_PROGRAM = (_Finder._find_behind,)
