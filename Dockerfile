# Cuddle on http://127.0.0.1:7860 :
#   docker build --tag cuddle .                                 # for machines with an NVIDIA card, and without one
#   docker build --tag cuddle --build-arg TORCH_INDEX=cpu .     # for machines without one: some gigabytes smaller
#   docker run --rm --publish 127.0.0.1:7860:7860 --volume cuddle:/home/user/Cuddle cuddle
# Where files lie in a mounted bucket, which has no locks, the database lies elsewhere and is copied into it:
#   --env CUDDLE_DATA_FOLDER=/data/Cuddle --env CUDDLE_DATABASE_FOLDER=/home/user/database
FROM python:3.12-slim

# Which PyTorch: "pip" as pip finds it, which on Linux runs with and without an NVIDIA card; "cpu" for the processor
# alone; "cu126" for drivers before 580 and cards before Turing; or the address of a package index. It cannot be told
# here by itself, since no card is seen while an image is built.
ARG TORCH_INDEX="pip"

# What the image carries beside Cuddle (Apache-2.0): Python packages under MIT, BSD, Apache-2.0, PSF and MPL-2.0 (certifi,
# tqdm, orjson). In pillow-heif's wheel: libheif and libde265 (LGPL-3.0-or-later), and x265 (GPL-2.0-or-later), an encoder
# that Cuddle never calls; in numpy's and scipy's: GCC's runtime libraries. From Debian: gcc (GPL-3.0-or-later) and what
# else a slim Debian has. PyTorch for NVIDIA cards brings NVIDIA's libraries, which are under NVIDIA's own licence.
# Whoever hands the image on hands these on as well.
LABEL org.opencontainers.image.title="Cuddle" \
    org.opencontainers.image.licenses="Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause AND MIT AND MPL-2.0 AND PSF-2.0 \
AND LGPL-3.0-or-later AND GPL-2.0-or-later AND GPL-3.0-or-later"

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
COPY --chown=user requirements.txt requirements.lock ./
COPY --chown=user scripts/ scripts/
RUN CUDDLE_TORCH_INDEX="$TORCH_INDEX" python scripts/_setup.py install
COPY --chown=user . .

EXPOSE 7860
CMD ["scripts/run"]
