"""Films made of photographs, to judge damage on: a background that pans, zooms, shakes or stands still, and cut-outs of
other photographs that pass before it, some of them faster than motion can be followed, blurred as a shutter blurs.

    python3 photofilm.py OUT --films 24
"""
import argparse
import subprocess
from pathlib import Path

import cv2
import numpy as np

import data
from film import field

WIDTH, HEIGHT, FRAMES = 576, 324, 13
SHUTTER = (0.0, 0.25, 0.5)   # of the time between two frames, before and after its middle at most half of it


class Layer:
    """A photograph, tiled by mirrors, that moves over the picture in a smooth path with shake."""

    def __init__(self, photo, random, speed, scale):
        self.photo, self.scale = photo, scale
        self.start = random.uniform(0, 1, 2) * photo.shape[1::-1]
        self.velocity, self.bend = random.normal(0, speed, 2), random.normal(0, 0.04 * speed, 2)
        self.zoom = random.normal(0, 0.004) if random.random() < 0.5 else 0
        self.spin = random.normal(0, 0.004 * min(speed, 4)) if random.random() < 0.5 else 0
        self.shake = random.normal(0, 0.15 * random.random(), (FRAMES + 2, 2)) * min(speed, 3)

    def at(self, t, picture, flags):
        whole = int(round(t)) % (FRAMES + 2)
        middle = self.start + t * self.velocity + t * t * self.bend + self.shake[whole]
        scale, angle = self.scale * np.exp(t * self.zoom), t * self.spin
        turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        place = np.column_stack([turn, middle - turn @ (WIDTH / 2, HEIGHT / 2)])
        return cv2.warpAffine(picture, place, (WIDTH, HEIGHT), flags=flags | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REFLECT_101)


class Thing:
    """A cut-out: a blob of a photograph on a path of its own across the picture, swinging as limbs do."""

    def __init__(self, photo, random, speed):
        size = random.uniform(20, 130)
        side = int(2.4 * size)
        shape = cv2.GaussianBlur(field((side, side), max(6, int(size / random.uniform(0.8, 3))), random)[..., 0], (0, 0), 1.5)
        y, x = np.mgrid[:side, :side] - side / 2
        stretch = random.uniform(0.25, 1)
        self.mask = ((np.hypot(x, y / stretch) / size + 0.35 * shape) < 1).astype(np.float32)
        top, left = (random.integers(0, max(1, length - side)) for length in photo.shape[:2])
        part = photo[top:top + side, left:left + side]
        self.photo = cv2.resize(part, (side, side)).astype(np.float32)
        self.start, self.velocity = random.uniform(0, 1, 2) * (WIDTH, HEIGHT), random.normal(0, speed, 2)
        self.swing, self.rate, self.phase = random.normal(0, 0.5), random.uniform(0.2, 1.2), random.uniform(0, 6)

    def at(self, t):
        angle, side = self.swing * np.sin(self.rate * t + self.phase), self.mask.shape[0]
        place = cv2.getRotationMatrix2D((side / 2, 0), float(np.degrees(angle)), 1.0)
        place[:, 2] += self.start + t * self.velocity - side / 2
        size = (WIDTH, HEIGHT)
        return cv2.warpAffine(self.photo, place, size, flags=cv2.INTER_CUBIC), cv2.warpAffine(self.mask, place, size, flags=cv2.INTER_LINEAR)


def film(photos, random):
    """FRAMES pictures, 8 bits."""
    def photo():
        return photos[random.integers(len(photos))].astype(np.float32)
    speed = 0 if random.random() < 0.2 else random.exponential(2.5)
    back = Layer(photo(), random, speed, random.uniform(0.5, 1.0))
    things = [Thing(photo(), random, random.exponential(5)) for _ in range(random.integers(0, 7))]
    shutter, noise = SHUTTER[random.integers(len(SHUTTER))], random.choice([0, 1, 2.5, 4])
    frames = []
    for t in range(FRAMES):
        times = [t] if shutter == 0 else t + np.linspace(-shutter, shutter, 7)
        picture = np.mean([paint(back, things, time) for time in times], 0)
        picture += noise * random.standard_normal(picture.shape)
        frames.append(np.clip(np.rint(16 + picture * 219 / 255), 0, 255).astype(np.uint8))
    return frames


def paint(back, things, time):
    picture = back.at(time, back.photo, cv2.INTER_CUBIC)
    for thing in things:
        over, mask = thing.at(time)
        picture = picture * (1 - mask) + over * mask
    return picture


def write(path, frames):
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{WIDTH}x{HEIGHT}", "-r", "24", "-i", "-", "-c:v", "ffv1", str(path)]
    subprocess.run(command, input=b"".join(frame.tobytes() for frame in frames), check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--films", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=data.DATA)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    photos = data.photographs(options.data)
    for number in range(options.films):
        write(options.folder / f"photo{number:03}.mkv", film(photos, np.random.default_rng([options.seed, number])))


if __name__ == "__main__":
    main()
