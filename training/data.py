"""Training material: photographs as gray or colour pictures, and patches cut from them.

The folder is that of the restoration data (KINOLUX_DATA or --data): denoise/Train400 and color_photos/imagenet_sample.
Nothing that scores is read here: neither Set12, BSD68, CBSD68, McMaster nor a clip.
"""
import os
from pathlib import Path

import cv2
import numpy as np

cv2.setNumThreads(0)
DATA = Path(os.environ.get("KINOLUX_DATA", "data"))


def luma(picture):
    """Rec. 601 luma of a BGR picture, as the published gray sets have it."""
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)


def shrink(picture, factor):
    """Area reduction: takes the JPEG's artefacts away."""
    return cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def photographs(data=DATA, colour=False):
    """The photographs as they lie there, 8 bits, gray or red, green, blue, in the order of their names."""
    files = sorted((data / "color_photos/imagenet_sample").glob("*.jp*g"))
    read = [cv2.imread(str(file)) for file in files]
    return [picture[..., ::-1] if colour else luma(picture) for picture in read]


def train400(data=DATA):
    return [cv2.imread(str(file), cv2.IMREAD_GRAYSCALE) for file in sorted((data / "denoise/Train400").glob("*.png"))]


class Patches:
    """Random square patches, turned and mirrored, as float32 [N, C, size, size] in 0..1.

    groups: pairs of a share and a list of pictures (height, width[, 3]).
    """

    def __init__(self, groups, size):
        self.groups, self.size = groups, size
        shares = np.array([share for share, _ in groups], float)
        self.shares = shares / shares.sum()

    def one(self, random):
        pictures = self.groups[random.choice(len(self.groups), p=self.shares)][1]
        picture = pictures[random.integers(len(pictures))]
        y, x = (random.integers(length - self.size + 1) for length in picture.shape[:2])
        return turned(picture[y:y + self.size, x:x + self.size], random)

    def batch(self, count, random):
        stack = np.stack([self.one(random) for _ in range(count)])
        stack = stack[:, None] if stack.ndim == 3 else stack.transpose(0, 3, 1, 2)
        return stack.astype(np.float32) / 255


def turned(picture, random):
    picture = np.rot90(picture, random.integers(4))
    return picture[:, ::-1] if random.integers(2) else picture


def image_patches(size, data=DATA, colour=False, bsd=True):
    """What the picture denoiser sees: Train400 (gray only) and the photographs at two reductions."""
    photos = photographs(data, colour)
    groups = [(0.3, [shrink(photo, 0.5) for photo in photos]), (0.2, [shrink(photo, 0.7) for photo in photos])]
    if bsd and not colour:
        groups.append((0.5, train400(data)))
    return Patches(groups, size)


CLIPPED = 0.3   # share of the noisy patches that are rounded and clipped to 8 bits, as files are


def eight_bits(picture):
    return np.clip(np.rint(picture * 255), 0, 255) / 255


class NoisyPatches:
    """Batches of noisy patches, their noise maps and the clean patches; each patch has its own level up to sigma (of 255)."""

    def __init__(self, patches, sigma):
        self.patches, self.sigma = patches, sigma

    def batch(self, count, random):
        clean = self.patches.batch(count, random)
        level = (random.uniform(0, self.sigma, (count, 1, 1, 1)) / 255).astype(np.float32)
        noisy = clean + level * random.standard_normal(clean.shape, np.float32)
        noisy = np.where(random.random((count, 1, 1, 1)) < CLIPPED, eight_bits(noisy), noisy).astype(np.float32)
        return noisy, np.broadcast_to(level, (count, 1, *clean.shape[2:])).copy(), clean
