"""Training of the learned finder, from annotated corpora to the weights in the package."""
