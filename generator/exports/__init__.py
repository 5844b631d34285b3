"""Files for machines beside the pages: one export a file, each a function from the archive to files.

A file is made when it is wanted, by a function at the top of a module from what is published and plain
keys, which looks up by key what it needs. To add an export, write its file and add its `files` to EXPORTS
(`all.py`).
"""
