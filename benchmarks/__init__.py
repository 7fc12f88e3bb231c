"""One command for every claim that the README makes; benchmarks/README.md lists them."""
