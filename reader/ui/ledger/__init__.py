"""The table of figures: its rows, its filter, and what a person does about them."""
