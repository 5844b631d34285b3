"""What was read is held up to a weight."""

from generator.memo.held import Held


class Read:
    """Something that was read."""

    forgotten = False

    def forget(self) -> None:
        """Let it go."""
        self.forgotten = True


def test_little_is_held_and_much_is_let_go() -> None:
    held, first, second = Held(10), Read(), Read()
    held.add(first, 6)
    held.relax()
    assert not first.forgotten
    held.add(second, 6)
    assert not first.forgotten, "only when there is time to let go"
    held.relax()
    assert first.forgotten
    assert second.forgotten


def test_what_was_let_go_weighs_nothing() -> None:
    held, first, second = Held(10), Read(), Read()
    held.add(first, 20)
    held.relax()
    held.add(second, 6)
    held.relax()
    assert not second.forgotten
