"""One check a file: a function to diagnostics, from one document or from the archive and the verdicts on it.

To add a check, write its file. If one document or one text is all that it looks at, add its `check` to
DOCUMENT_CHECKS or TEXT_CHECKS (`alone.py`); else to RECORD_CHECKS if it compares with an earlier build,
and to CHECKS otherwise (`all.py`). What has not changed is not looked at again; a check that goes through
the documents of the archive remembers what it needs of each of them: REMEMBERING_CHECKS, or FIGURE_CHECKS
(`figures.py`) if it compares figures.
"""
