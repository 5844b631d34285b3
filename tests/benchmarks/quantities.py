"""Figures in words: how long, how much, how many times the other."""


def seconds_text(seconds: float) -> str:
    """As "0.31 s", "8.2 s", "152 s"; two figures that count where there are no more."""
    places = 0 if seconds >= 99.5 else 1 if seconds >= 9.95 else 2
    return f"{seconds:.{places}f} s"


def memory_text(megabytes: float) -> str:
    """As "92 MB" or "1.0 GB"."""
    return f"{megabytes:.0f} MB" if megabytes < 999.5 else f"{megabytes / 1000:.1f} GB"


def ratio_text(value: float, beside: float) -> str:
    """As "0.004", "0.04", "1.30" or "12.5"; "-" beside nothing."""
    if beside <= 0:
        return "-"
    ratio = value / beside
    places = 3 if ratio < 0.00995 else 2 if ratio < 9.995 else 1
    return f"{ratio:.{places}f}"
