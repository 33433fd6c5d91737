"""store: what is remembered from one build to the next.

addresses.csv holds the address that each text was given once. People commit it: an address that is lost is a link that
somebody cited and that leads nowhere. All else is in one SQLite database, which may be deleted: it costs a build.
"""

from newsarchive.store.addresses import addresses_csv, load_addresses, save_addresses
from newsarchive.store.packing import pack, press, unpack, unpress
from newsarchive.store.store import Drawn, Face, Indexed, Store, look_into, open_store
from newsarchive.store.terms import Linked, Terms
from newsarchive.store.texts import Extracted, Marked, Sighting
from newsarchive.store.version import program_version

__all__ = [
    "Drawn",
    "Extracted",
    "Face",
    "Indexed",
    "Linked",
    "Marked",
    "Sighting",
    "Store",
    "Terms",
    "addresses_csv",
    "load_addresses",
    "look_into",
    "open_store",
    "pack",
    "press",
    "program_version",
    "save_addresses",
    "unpack",
    "unpress",
]
