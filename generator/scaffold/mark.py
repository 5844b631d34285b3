"""The sign by which a file that is made anew each time is known as ours."""

MARK = "Made by dateline schema from this archive; run it again after adding files."
