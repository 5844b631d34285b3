"""The short way to a site: where only texts of documents were amended, nothing else is looked at.

A build leaves what it knows by key: how each file was made, what stands with what, and what each document
counts as. While nothing but the text below the front matter of some documents is another, and these texts
bear on nothing but the pages that show them, those pages are made again and all others stand; what of the
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
