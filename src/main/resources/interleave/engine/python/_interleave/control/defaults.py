"""What is observed where nobody says so: what the program's own functions change that another thread may see.

That is each global variable that a function assigns (`global x`), or that the module assigns again and a function
reads, each global list, dictionary and the like that a function changes, and each attribute that is assigned elsewhere
than in the constructor of its class. An attribute that only a constructor assigns has its value before another thread
can know the object.
What is changed within a list is seen where the list is got hold of; so `counts[0] += 1` is one step, which it is not.
Variables of enclosing functions are not observed. Both are told.
"""

import ast
import os
import sys
from importlib.util import find_spec

from . import sources

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_CHANGING = ("append", "appendleft", "extend", "insert", "pop", "popleft", "remove", "clear", "add", "discard", "update",
             "setdefault", "popitem", "sort", "reverse")
_CONSTRUCTORS = ("__init__", "__new__", "__post_init__")


def of(trees):
    """The names, as one would write them oneself: `name`, `Class.name`; of those syntax trees, by file."""
    names = set()
    for tree in trees.values():
        names |= _globals(tree) | _changed(tree)
    names |= _attributes(list(trees.values()))
    return sorted(names)


def missed(trees):
    """Where functions change what is not observed although others may see it: file, line and name."""
    found = []
    for file, tree in trees.items():
        for function in ast.walk(tree):
            if not isinstance(function, _FUNCTIONS):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Nonlocal):
                    found += [(file, node.lineno, name) for name in node.names]
                elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript):
                    name = getattr(node.target.value, "id", getattr(node.target.value, "attr", ""))
                    found.append((file, node.lineno, name + "[…]"))
    return sorted(set(found))


def of_this_process():
    """The same of the program that this Python is about to run."""
    try:
        file = _program(_words())
        if file is None:
            return []
        sys.path.insert(0, os.path.dirname(os.path.realpath(file)))
        try:
            return of(sources.of(file))
        finally:
            del sys.path[0]
    except (OSError, ImportError, ValueError):
        return []


def _words():
    """How this process was called; Python has not said so yet."""
    if hasattr(sys, "orig_argv"):
        return sys.orig_argv[1:]
    with open("/proc/self/cmdline", "rb") as file:
        return [os.fsdecode(each) for each in file.read().split(b"\0")[1:-1]]


def _program(words):
    """The file of the program that those words behind the interpreter's name mean; None where it is no file."""
    left = iter(words)
    for each in left:
        if each == "-m":
            return _of_module(next(left))
        if each in ("-X", "-W", "--check-hash-based-pycs"):
            next(left, "")
        elif not each.startswith("-"):
            return each if os.path.isfile(each) else os.path.join(each, "__main__.py")
        elif each == "-" or each.startswith("-c"):
            return None
    return None


def _of_module(name):
    sys.path.insert(0, os.getcwd())
    try:
        spec = find_spec(name)
        if spec is not None and spec.submodule_search_locations is not None:
            spec = find_spec(name + ".__main__")
        return None if spec is None else spec.origin
    finally:
        del sys.path[0]


def _globals(tree):
    found = set()
    for function in ast.walk(tree):
        if not isinstance(function, _FUNCTIONS):
            continue
        declared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
        found |= declared & {node.id for node in ast.walk(function)
                             if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del))}
    return found | _assigned_again(tree)


def _assigned_again(tree):
    """The module's own variables that it assigns more than once itself, and that functions read."""
    assigned = [name.id for node in tree.body if not isinstance(node, _DEFINITIONS) for name in ast.walk(node)
                if isinstance(name, ast.Name) and isinstance(name.ctx, (ast.Store, ast.Del))]
    read = {name.id for function in ast.walk(tree) if isinstance(function, _FUNCTIONS) for name in ast.walk(function)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)}
    return {name for name in read if assigned.count(name) > 1}


def _changed(tree):
    """The module's own variables whose contents functions change."""
    own = {name.id for node in tree.body for name in ast.walk(node) if not isinstance(node, _DEFINITIONS)
           if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
    found = set()
    for function in ast.walk(tree):
        if isinstance(function, _FUNCTIONS):
            changed = {each.value.id for each in ast.walk(function) if _changes(each)}
            found |= changed - {each.id for each in ast.walk(function)
                                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    return found & own


def _changes(node):
    """Whether that is `x[...] = `, or a method of x that changes it."""
    if not isinstance(getattr(node, "value", None), ast.Name):
        return False
    return (isinstance(node, ast.Subscript) and isinstance(node.ctx, (ast.Store, ast.Del))
            or isinstance(node, ast.Attribute) and node.attr in _CHANGING)


def _attributes(trees):
    """`Class.name` of what methods assign to their own object; of what is assigned to another's, of each class."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = set()
    of_others = set()
    for tree in trees:
        _Assigned(found, of_others).visit(tree)
    for name in of_others:
        found |= {"%s.%s" % (each.name, name) for each in classes}
    return found


class _Assigned(ast.NodeVisitor):
    """Looks for assignments to attributes, and knows in which method of which class it is."""

    def __init__(self, own, of_others):
        self.own = own
        self.of_others = of_others
        self.of_class = None
        self.function = None

    def visit_ClassDef(self, node):
        before, self.of_class = self.of_class, node.name
        within, self.function = self.function, None
        self.generic_visit(node)
        self.of_class, self.function = before, within

    def visit_FunctionDef(self, node):
        before = self.function
        self.function = self.function or node
        self.generic_visit(node)
        self.function = before

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Attribute(self, node):
        if isinstance(node.ctx, (ast.Store, ast.Del)) and isinstance(node.value, ast.Name):
            first = self.function.args.args[0].arg if self.function and self.function.args.args else None
            if self.of_class is not None and node.value.id == first:
                if self.function.name not in _CONSTRUCTORS:
                    self.own.add("%s.%s" % (self.of_class, node.attr))
            else:
                self.of_others.add(node.attr)
        self.generic_visit(node)
