"""What was learned from labelled texts: features of lines, and trees of whole numbers over them."""
