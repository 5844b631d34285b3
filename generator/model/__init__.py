"""The vocabulary: frozen values without input or output. Imports nothing else of ours."""
