"""What sentences mean, as unit vectors that lie near one another where two mean alike; and the file that keeps them."""
