"""How somebody comes in: by name and password, an invitation, the Hub, or a token."""
