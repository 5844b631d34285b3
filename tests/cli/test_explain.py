"""One rule of the rulebook as it is read on a terminal."""

from textwrap import dedent

import pytest

from generator.cli.explain import explain
from generator.errors import UsageError
from generator.rulebook import RULES


def test_a_rule_that_can_be_changed_is_printed_with_how_to_change_it():
    assert explain("grade-too-high").plain == dedent("""\
        grade-too-high: error

        Credibility 1 is given only to a figure that two origins assert.

        It means confirmed by others. Five documents that all pass on what one monitor
        said are still one origin.

        Bad, in a fact:

            value: 242
            according_to: sohr
            credibility: 1

        Good, in a fact:

            value: 242
            according_to: sohr
            credibility: 2

        For the whole archive, in content/site.yaml (off, warning or error):

            checks:
              grade-too-high: off

        For one file, in its front matter, with the reason:

            silence:
              grade-too-high: why it does not apply here""")


def test_a_fixed_rule_says_that_it_is():
    assert explain("nul").plain == dedent("""\
        nul: error

        The invisible sign NUL does not stand in a text.

        No text has it; it is left behind by programs that crash while they save. Delete
        it, or take the last version of the file that was sound.

        Bad: A text with an empty byte in it.

        Good: The same text without it.

        This rule is fixed: there is no sound site without it.""")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_can_be_explained_with_all_lines_of_its_bad_example(code):
    shown = explain(code).plain
    assert shown.startswith(f"{code}: {RULES[code].severity}\n")
    lines = [line for snippet in RULES[code].bad for line in snippet.text.split("\n")]
    assert [line for line in lines if " ".join(line.split()) not in " ".join(shown.split())] == []


def test_a_code_with_a_slip_in_it_is_answered_with_the_one_probably_meant():
    with pytest.raises(UsageError, match='no rule has the code "stale-prnt"') as raised:
        explain("stale-prnt")
    assert raised.value.hint == 'did you mean "stale-print"?'


def test_a_code_that_is_like_no_other_is_said_to_be_unknown():
    with pytest.raises(UsageError) as raised:
        explain("x")
    assert raised.value.hint == "the codes stand in the brackets of what check prints"
