"""The figures of a text, each with all that an editor needs to make a fact of it."""

from generator.intake.figures.proposal import Proposal
from generator.intake.figures.proposing import propose

__all__ = ["Proposal", "propose"]
