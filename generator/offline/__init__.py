"""A site away from its server: a copy to read from a disk, and what lets a browser keep what it has shown."""

from generator.offline.copy import OfflineCopy, copy_site
from generator.offline.places import copy_folder, refuse_unsafe_copy
from generator.offline.worker import farewell, worker_files

__all__ = ["OfflineCopy", "copy_folder", "copy_site", "farewell", "refuse_unsafe_copy", "worker_files"]
