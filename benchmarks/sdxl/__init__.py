"""What Cuddle does at the full size of Stable Diffusion XL, with random weights: speed and memory do not see them."""
