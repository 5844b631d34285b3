"""Front matter: a small and safe part of YAML, in which every value knows its line and column.

`fences` finds it, `guard` reads it from libyaml's events, `explain` puts what YAML refuses into plain
words, and `problems` does the same for what the models of `model.written` refuse.
"""
