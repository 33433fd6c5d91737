"""From a folder of scraped news texts to a news archive that opens from disk."""

__version__ = "0.1.0"
