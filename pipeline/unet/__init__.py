"""A diffusers UNet made fast, with the same results: attention, norms, 8-bit weights, CUDA graphs."""
