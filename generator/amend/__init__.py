"""The short way to a site: where only words and figures of documents were amended, nothing else is looked at.

A build leaves what it knows by key: how each file was made, what stands with what, who took which look, and
what each document counts as. While nothing but the words and figures of some documents is another, it is
known which looks may show something else (`bearing`); the measures with other figures are judged again
(`rejudged`), the files that took these looks are made again (`remade`), and all others stand. What of the
archive nobody asks for is not even read. Whatever is not certain takes the long way, which knows nothing of
this one.
"""

from generator.amend.amended import Amended, amended
from generator.amend.left import Left
from generator.amend.recalled import Recalled
from generator.amend.remade import Remade, remade
from generator.amend.shelf import leave, leave_more, what_was_left

__all__ = [
    "Amended",
    "Left",
    "Recalled",
    "Remade",
    "amended",
    "leave",
    "leave_more",
    "remade",
    "what_was_left",
]
