"""`python -m benchmarks.sdxl.peer SCRIPT FOLDER`: samples a second of diffusers' train_dreambooth_lora_sdxl.py.

SCRIPT is that file, which is not part of this project. It runs at the settings of our own lessons (rank 16 on to_q,
to_k, to_v, to_out, bf16, 1024x1024 pixels), its photos repeated 40 times so that its loader does not start anew every
few steps. Its progress bar is read while it runs: the rate is that between two steps, after it has settled.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.sdxl import photos

_STEP = re.compile(rb"Steps:.*?(\d+)/(\d+)")


def samples_a_second(script: Path, folder: Path, batch: int, settling: int, steps: int) -> float:
    """Receives: the steps after which it has settled, and how many are then measured. Ends the script afterwards."""
    with tempfile.TemporaryDirectory() as work:
        photos.take(Path(work) / "photos")
        command = [sys.executable, str(script), "--pretrained_model_name_or_path", str(folder), "--variant", "fp16"]
        command += ["--instance_data_dir", f"{work}/photos", "--instance_prompt", "a photo of dumpling cat"]
        command += ["--output_dir", f"{work}/out", "--resolution", "1024", "--train_batch_size", str(batch)]
        command += ["--rank", "16", "--mixed_precision", "bf16", "--learning_rate", "1e-4", "--repeats", "40"]
        command += ["--max_train_steps", str(settling + steps + 20), "--lr_scheduler", "constant"]
        command += ["--lr_warmup_steps", "0", "--checkpointing_steps", "100000", "--seed", "0"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        stream: Any = process.stdout
        told, began = b"", None
        try:
            while chunk := stream.read1(65536):
                told = (told + chunk)[-8000:]
                found = _STEP.findall(told)
                step = int(found[-1][0]) if found else 0
                if began is None and step >= settling:
                    began = step, time.monotonic()
                if began is not None and step >= began[0] + steps:
                    return batch * (step - began[0]) / (time.monotonic() - began[1])
        finally:
            process.kill()
            process.wait()
        raise SystemExit(f"{script} ended before step {settling + steps}:\n{told.decode(errors='replace')}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--settling", type=int, default=12)
    parser.add_argument("--steps", type=int, default=40)
    arguments = parser.parse_args()
    rate = samples_a_second(arguments.script, arguments.folder, arguments.batch, arguments.settling, arguments.steps)
    print(f"the peer at batch {arguments.batch}: {rate:.2f} samples/s", flush=True)
