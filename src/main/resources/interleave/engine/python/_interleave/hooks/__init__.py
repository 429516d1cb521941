"""One module for each module of the standard library that is traced, under the same name; see hooking."""
