"""How many mistakes the tests would notice: mutmut makes them, one at a time, and the tests are run again."""
