"""Patches of the modules of this package of the library."""
