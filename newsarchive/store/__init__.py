"""store: what is remembered from one build to the next.

addresses.csv holds the address that each text was given once. People commit it: an address that is lost is a link that
somebody cited and that leads nowhere.
"""

from newsarchive.store.addresses import addresses_csv, load_addresses, save_addresses

__all__ = ["addresses_csv", "load_addresses", "save_addresses"]
