"""One kind of page a file: a view (a frozen value) and a function from the archive to its pages."""
