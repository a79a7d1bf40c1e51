"""Text and its parts: spans, folding, tokens, sentences. Offsets into the untouched text are never lost."""
