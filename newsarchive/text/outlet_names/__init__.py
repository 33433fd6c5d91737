"""What a line says of the outlet it is from: "Support Harbour News", "© 2024 Harbour News", "Source: Harbour News"."""

from newsarchive.text.outlet_names.clean import (
    FULL_NAME,
    NAME,
    clean_name,
    is_common_domain,
    is_outlet_name,
    is_press_name,
)
from newsarchive.text.outlet_names.phrases import outlets_in, outlets_named

__all__ = [
    "FULL_NAME",
    "NAME",
    "clean_name",
    "is_common_domain",
    "is_outlet_name",
    "is_press_name",
    "outlets_in",
    "outlets_named",
]
