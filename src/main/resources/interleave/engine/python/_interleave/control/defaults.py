"""What is observed where nobody says so: what the program's own functions change that another thread may see."""


def of(program):
    return []
