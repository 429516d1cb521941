"""What is observed where nobody says so: what the program's own functions change that another thread may see.

That is each global or enclosing variable that a function assigns (`global x`, `nonlocal x`), and each attribute that is
assigned elsewhere than in the constructor of its class. An attribute that only a constructor assigns has its value
before another thread can know the object. What is kept in lists and dictionaries is not observed.
"""

import ast

_CONSTRUCTORS = ("__init__", "__new__", "__post_init__")


def of(sources):
    """The names, as one would write them oneself: `name`, `Class.name`."""
    names = set()
    for tree in sources.values():
        names |= _globals(tree)
    names |= _attributes(list(sources.values()))
    return sorted(names)


def _globals(tree):
    found = set()
    for function in ast.walk(tree):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        declared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
        found |= declared & {node.id for node in ast.walk(function)
                             if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del))}
    return found


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
