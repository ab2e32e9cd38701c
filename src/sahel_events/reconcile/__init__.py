"""Which claims tell of one loss, how they stand to each other, and what they come to."""
