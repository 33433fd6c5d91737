"""What programs are told of the archive: only what is stated or given, never what was inferred.

`told` says which fields those are; a page's tags and JSON-LD, the feed and the site map are made of nothing else.
"""
