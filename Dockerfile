# Cuddle on http://127.0.0.1:7860 :
#   docker build --tag cuddle .
#   docker run --rm --publish 127.0.0.1:7860:7860 --volume cuddle:/home/user/Cuddle cuddle
FROM python:3.12-slim

# Address of another package index to take PyTorch from, as its own install page gives it: the one with CPU packages
# makes the image some gigabytes smaller; the one with packages for your CUDA version fits an older driver.
# Empty: PyTorch as pip finds it, which on x86_64 Linux runs with and without an NVIDIA GPU.
ARG TORCH_INDEX=""

# A compiler, with which parts of the work on an NVIDIA GPU are built when they are first used; without one it is slower.
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*

RUN useradd --create-home --uid 1000 user \
    && mkdir /home/user/app /home/user/Cuddle \
    && chown user:user /home/user/app /home/user/Cuddle
USER user
WORKDIR /home/user/app
ENV HOME=/home/user \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    CUDDLE_HOST=0.0.0.0 \
    CUDDLE_PORT=7860

# The requirements first: a change of the code then installs nothing again.
COPY --chown=user requirements.txt ./
COPY --chown=user scripts/ scripts/
RUN CUDDLE_TORCH_INDEX="$TORCH_INDEX" python scripts/_setup.py install
COPY --chown=user . .

EXPOSE 7860
CMD ["scripts/run"]
