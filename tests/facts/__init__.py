"""The judge: each finding with a witness and a near miss."""
