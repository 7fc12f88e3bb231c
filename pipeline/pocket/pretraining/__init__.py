"""Teaches the pocket model its world from nothing, on one GPU: renders, autoencoder, then text encoders and UNet together."""
