"""Small views that several page kinds are made of."""
