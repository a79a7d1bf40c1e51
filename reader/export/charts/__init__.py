"""Pictures of a comparison: figures over time and who shares how much with whom, as shapes that know nothing of Qt."""
