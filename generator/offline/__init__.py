"""A site away from its server: a copy to read from a disk, and what lets a browser keep what it has shown."""
