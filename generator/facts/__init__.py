"""The judge: what several sightings of one measure amount to. Pure functions over values."""
