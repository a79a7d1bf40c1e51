"""What a measure, a sum, a share, an age or a duration is said of, where the lexicon knows it."""
