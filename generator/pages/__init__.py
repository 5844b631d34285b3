"""One kind of page a file: a view (a frozen dataclass) and a function from the archive to its pages."""
