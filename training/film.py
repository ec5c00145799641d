"""Film made of photographs: windows of five frames, a background and at times something that passes before it,
with noise, and with the four neighbours registered onto the middle frame as imperfectly as real flow does it.
"""
from functools import lru_cache

import cv2
import numpy as np

from data import eight_bits, turned

CLIPPED = 0.7        # share of the windows whose noise is rounded and clipped to 8 bits, as that of a file is
TAKES = 2            # windows made of each scene
MARGIN = 12          # pixels around a patch that the neighbours may be fetched from
KERNELS = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_CUBIC)


@lru_cache
def grid(side):
    """The columns' and rows' numbers of a square picture."""
    y, x = np.mgrid[:side, :side].astype(np.float32)
    return x, y


class Layer:
    """A photograph that moves: per frame, an affine map from twice the film's resolution to the photograph."""

    def __init__(self, photo, side, random, speed):
        self.photo, self.side = turned(photo, random).copy(), side
        height, width = self.photo.shape[:2]
        middle = random.uniform(0.3, 0.7, 2) * (width, height)
        velocity, shake = random.normal(0, speed, 2), 0.1 * speed
        spin, zoom = random.normal(0, 0.004 * min(speed, 2), 2)
        self.maps = [self.place(middle + 2 * (t * velocity + random.normal(0, shake, 2)), t * spin, np.exp(t * zoom)) for t in range(-2, 3)]

    def place(self, at, angle, scale):
        a, b = scale * np.cos(angle), scale * np.sin(angle)
        turn = np.array([[a, -b], [b, a]])
        return np.vstack([np.column_stack([turn, at - turn @ np.full(2, self.side - 0.5)]), [0, 0, 1]])

    def frame(self, k, picture=None):
        kernel = cv2.INTER_CUBIC if picture is None else cv2.INTER_LINEAR
        big = cv2.warpAffine(self.photo if picture is None else picture, self.maps[k][:2], (2 * self.side, 2 * self.side),
                             flags=kernel | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REFLECT_101)
        return cv2.resize(big, (self.side, self.side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    def flow(self, k):
        """Where each pixel of the middle frame is in frame k: [side, side, 2], as displacements."""
        fine = np.array([[2, 0, 0.5], [0, 2, 0.5], [0, 0, 1]])   # from the film's pixels to twice its resolution
        move = np.linalg.inv(fine) @ np.linalg.inv(self.maps[k]) @ self.maps[2] @ fine - np.eye(3)
        x, y = grid(self.side)
        return np.stack([a * x + b * y + c for a, b, c in move[:2].astype(np.float32)], 2)


def field(shape, cell, random, count=1):
    """A smooth random field of about unit deviation, cell pixels from bump to bump."""
    rough = random.standard_normal((shape[0] // cell + 3, shape[1] // cell + 3, count)).astype(np.float32)
    return cv2.resize(rough, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).reshape(*shape, count) * 1.3


class Windows:
    """Batches of noisy registered windows [N, 5*C, size, size], noise maps and clean middle frames.

    Every scene is used TAKES times, each with its own noise and its own mistakes: drawing scenes costs as much as learning.
    """

    def __init__(self, photos, size, sigma):
        self.photos, self.size, self.side, self.sigma = photos, size, size + 2 * MARGIN, sigma

    def photo(self, random):
        return self.photos[random.integers(len(self.photos))]

    def scene(self, random):
        """Five clean frames and the four neighbours' true flow, blurred where two motions meet."""
        speed = 0.0 if random.random() < 0.15 else random.uniform(0.1, 4)
        back = Layer(self.photo(random), self.side, random, speed)
        if random.random() < 0.4:
            return [back.frame(k) for k in range(5)], [back.flow(k) for k in range(5)]
        front = Layer(self.photo(random), self.side, random, random.uniform(0.5, 6))
        shape = field(front.photo.shape[:2], int(random.integers(24, 90)), random)[..., 0] > random.uniform(-0.3, 0.8)
        masks = [front.frame(k, shape.astype(np.uint8) * 255) for k in range(5)]
        wide = masks if back.photo.ndim == 2 else [mask[..., None] for mask in masks]
        frames = [back.frame(k) * (1 - wide[k]) + front.frame(k) * wide[k] for k in range(5)]
        shifted = np.roll(masks[2], random.integers(-3, 4, 2), (0, 1))
        soft = cv2.GaussianBlur(shifted, (0, 0), random.uniform(0.3, 4))[..., None]
        return frames, [back.flow(k) * (1 - soft) + front.flow(k) * soft for k in range(5)]

    def mistakes(self, level, random):
        """What flow gets wrong: a smooth error that grows with the noise, and now and then a region that is simply wrong."""
        shape = (self.side, self.side)
        if random.random() < 0.1:
            return 0
        error = field(shape, int(random.integers(8, 32)), random, 2) * random.exponential(0.08 + 1.2 * level)
        if random.random() < 0.25:
            where = field(shape, int(random.integers(16, 48)), random) > random.uniform(0.5, 1.5)
            error = error + where * random.normal(0, 3, 2).astype(np.float32)
        return error

    def take(self, frames, flows, random):
        """One noisy registered window of a scene, its level of noise and its clean middle frame."""
        level = random.uniform(0, self.sigma) / 255
        noisy = [frame + level * random.standard_normal(frame.shape, np.float32) for frame in frames]
        if random.random() < CLIPPED:
            noisy = [eight_bits(frame) for frame in noisy]
        if random.random() < 0.3:
            gains = 1 + random.normal(0, 0.015, 5)
            noisy = [frame * (1 if k == 2 else gains[k]) for k, frame in enumerate(noisy)]
        registered = [frame if k == 2 else self.register(frame, flows[k], level, random) for k, frame in enumerate(noisy)]
        return np.concatenate([self.cut(frame) for frame in registered]), level, self.cut(frames[2])

    def register(self, frame, flow, level, random):
        x, y = grid(self.side)
        at = flow + self.mistakes(level, random)
        kernel = KERNELS[random.integers(len(KERNELS))]
        return cv2.remap(frame.astype(np.float32), x + at[..., 0], y + at[..., 1], kernel, borderMode=cv2.BORDER_REPLICATE)

    def cut(self, frame):
        inner = frame[MARGIN:-MARGIN, MARGIN:-MARGIN]
        return inner[None] if inner.ndim == 2 else inner.transpose(2, 0, 1)

    def batch(self, count, random):
        scenes = [self.scene(random) for _ in range(-(-count // TAKES))]
        takes = [self.take(*scenes[number // TAKES], random) for number in range(count)]
        noise = [np.full((1, self.size, self.size), level) for _, level, _ in takes]
        parts = [take[0] for take in takes], noise, [take[2] for take in takes]
        return tuple(np.stack(part).astype(np.float32) for part in parts)
