"""Pure functions over strings that several stages share."""
