"""Claims: what each quantity is said of in its sentence, and how the article around it changes that."""
