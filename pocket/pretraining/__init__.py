"""Teaches the pocket model its world from nothing, on one GPU: renders, autoencoder, text encoders and UNet."""
