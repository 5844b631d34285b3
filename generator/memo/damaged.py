"""What is raised where something that was kept is not what was written."""


class DamagedError(Exception):
    """Something that was kept is gone, or not what was written: the store is to be thrown away."""
