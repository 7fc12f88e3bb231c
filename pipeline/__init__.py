"""Words to pictures: base models, samplers, LoRAs and the files that carry them."""
