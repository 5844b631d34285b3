"""From files to documents: what stands in `content/`, with a place for every value."""
