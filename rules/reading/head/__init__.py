"""What a document says of itself: number, day, issuer, signer, title, and the instruments that it cites."""
