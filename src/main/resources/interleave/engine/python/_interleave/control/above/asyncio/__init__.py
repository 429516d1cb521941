"""Points of the modules of this package of the library."""
