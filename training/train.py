"""Trains a denoiser and writes a checkpoint every two minutes and when it is interrupted; started again, it goes on from there.

    python3 train.py image out/gray.pt --steps 12000
    python3 train.py video out/video.pt --steps 6000 --start out/gray.pt

A start may be a checkpoint or one of our ONNX files. The learning rate stays at its peak and falls over the last part
of the steps (--fall), so a run may be given more steps while it is still at its peak.
"""
import argparse
import math
import signal
import time
from pathlib import Path

import numpy as np
import torch

import data
import film
from network import Denoiser
from weights import load

PRECISION = torch.bfloat16   # of the convolutions; weights and optimiser stay in float32
WARM = 100                   # steps over which the rate rises
EVEN = 0.7                   # errors grow about with this power of the noise: over it, a decibel counts alike at every level
KEEP = 0.999                 # of the running mean of the weights, which is what is exported


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("image", "video"))
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--start", type=Path, help="weights to begin from")
    parser.add_argument("--colour", action="store_true")
    parser.add_argument("--no-bsd", action="store_true", help="leave Train400 out")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--size", type=int, default=80, help="a patch's side, a multiple of 8")
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--fall", type=float, default=0.4, help="share of the steps over which the rate falls to nothing")
    parser.add_argument("--sigma", type=float, default=56, help="the strongest noise, of 255")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--data", type=Path, default=data.DATA)
    return parser.parse_args()


def rate_at(step, options):
    left = (options.steps - step) / (options.fall * options.steps)
    return options.rate * min(1, (step + 1) / WARM) * (1 if left >= 1 else 0.5 - 0.5 * math.cos(math.pi * max(left, 0)))


def source_of(options):
    if options.task == "video":
        return film.Windows(data.photographs(options.data, options.colour), options.size, options.sigma)
    return data.NoisyPatches(data.image_patches(options.size, options.data, options.colour, not options.no_bsd), options.sigma)


def interrupt(*_):
    raise KeyboardInterrupt


class Run:
    def __init__(self, options):
        self.options, self.step, self.spent = options, 0, 0.0
        torch.manual_seed(options.seed)
        self.net = Denoiser(5 if options.task == "video" else 1, 3 if options.colour else 1)
        if options.start:
            load(self.net, options.start)
        self.net.to(memory_format=torch.channels_last)
        self.optimiser = torch.optim.Adam(self.net.parameters(), options.rate)
        self.mean = {name: value.detach().clone() for name, value in self.net.state_dict().items()}
        if options.checkpoint.exists():
            self.resume(torch.load(options.checkpoint))

    def resume(self, saved):
        self.net.load_state_dict(saved["net"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.mean, self.step, self.spent = saved["mean"], saved["step"], saved["spent"]

    def save(self):
        path = self.options.checkpoint
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "mean": self.mean,
                    "step": self.step, "spent": self.spent, "options": vars(self.options)}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def update(self, noisy, noise, clean):
        for group in self.optimiser.param_groups:
            group["lr"] = rate_at(self.step, self.options)
        with torch.cpu.amp.autocast(dtype=PRECISION):
            found = self.net(noisy, noise)
        squares = ((found.float() - clean) ** 2).mean((1, 2, 3))
        loss = ((squares + 1e-8).sqrt() * (noise.mean((1, 2, 3)) + 0.02) ** -EVEN).mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 0.5)
        self.optimiser.step()
        keep = min(KEEP, (1 + self.step) / (10 + self.step))
        for name, value in self.net.state_dict().items():
            self.mean[name].lerp_(value, 1 - keep)
        self.step += 1
        return loss.item(), squares.mean().item()

    def train(self):
        print(self.options, sum(p.numel() for p in self.net.parameters()), "weights", flush=True)
        source, seen, saved = source_of(self.options), [], time.time()
        signal.signal(signal.SIGTERM, interrupt)
        try:
            while self.step < self.options.steps:
                random = np.random.default_rng([self.options.seed, self.step])   # a run that is resumed sees what it would have seen
                began = time.time()
                seen.append(self.update(*map(torch.from_numpy, source.batch(self.options.batch, random))))
                self.spent += time.time() - began
                if self.step % 100 == 0:
                    self.report(np.mean(seen, 0))
                    seen = []
                if time.time() - saved > 120:
                    self.save()
                    saved = time.time()
        except KeyboardInterrupt:
            print("interrupted at step", self.step)
        self.save()

    def report(self, means):
        print(f"step {self.step} loss {means[0]:.5f} psnr {-10 * math.log10(means[1]):.2f} seconds {self.spent:.0f}", flush=True)


if __name__ == "__main__":
    chosen = arguments()
    torch.set_num_threads(chosen.threads)
    Run(chosen).train()
