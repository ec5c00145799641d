"""What people build from OpenCV against damage to films: opencv_peers.py METHOD DAMAGED OUTPUT TRUTH-FOLDER. Works on luma; prints seconds of work, without reading and writing."""
import json
import subprocess
import sys
import time

import cv2
import numpy as np


def probe(path):
    words = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "stream=width,height,pix_fmt,r_frame_rate", "-of", "json", path], check=True, capture_output=True).stdout
    stream = json.loads(words)["streams"][0]
    return stream["width"], stream["height"], stream["pix_fmt"], stream["r_frame_rate"]


def read(path):
    """Frames as bytes, luma first; what follows luma goes into the output as it came."""
    width, height, layout, _ = probe(path)
    raw = np.frombuffer(subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-"], check=True, capture_output=True).stdout, np.uint8)
    size = {"gray": width * height, "yuv420p": width * height * 3 // 2, "yuv444p": width * height * 3}[layout]
    frames = raw.reshape(-1, size)
    return frames[:, : width * height].reshape(-1, height, width), frames[:, width * height:]


def write(path, like, luma, rest):
    width, height, layout, rate = probe(like)
    raw = np.concatenate([luma.reshape(len(luma), -1), rest], axis=1).astype(np.uint8)
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", layout, "-s", f"{width}x{height}", "-r", rate, "-i", "-", "-c:v", "ffv1", path], check=True, input=raw.tobytes())


def masks(truth, kind, count):
    return [cv2.imread(f"{truth}/masks/{kind}/{t:06d}.png", cv2.IMREAD_GRAYSCALE) for t in range(count)]


class Flow:
    def __init__(self):
        self.dis = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        self.xs = self.ys = None

    def between(self, a, b):
        return self.dis.calc(a, b, None)

    def warp(self, picture, flow):
        if self.xs is None:
            height, width = picture.shape
            self.xs, self.ys = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        return cv2.remap(picture, self.xs + flow[..., 0], self.ys + flow[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)

    def aligned(self, film, t, other):
        return self.warp(film[other], self.between(film[t], film[other]))


def window(film, truth, radius=12):
    """Mean and deviation of each frame onto their average over a window of 25 frames."""
    means, deviations = film.mean((1, 2)), film.std((1, 2))
    result = np.empty_like(film)
    for t, frame in enumerate(film):
        near = slice(max(0, t - radius), t + radius + 1)
        gain = deviations[near].mean() / max(1e-6, deviations[t])
        result[t] = np.clip(np.round((frame - means[t]) * gain + means[near].mean()), 0, 255)
    return result


def srod(film, truth, high=22, low=8):
    """Simplified ranked-order detection (Biemond 1999) on aligned neighbours, with hysteresis, filled with their mean."""
    flow, result = Flow(), film.copy()
    for t in range(1, len(film) - 1):
        before, after = (flow.aligned(film, t, other) for other in (t - 1, t + 1))
        ranked = [cv2.dilate(p, np.ones((3, 1))).astype(int) for p in (before, after)], [cv2.erode(p, np.ones((3, 1))).astype(int) for p in (before, after)]
        frame = film[t].astype(int)
        far = np.maximum(frame - np.maximum(*ranked[0]), np.minimum(*ranked[1]) - frame)
        _, labels = cv2.connectedComponents((far > low).astype(np.uint8))
        sure = np.unique(labels[far > high])
        mask = cv2.dilate(np.isin(labels, sure[sure > 0]).astype(np.uint8), np.ones((3, 3))) > 0
        result[t][mask] = ((before.astype(int) + after) // 2)[mask]
    return result


def fill(film, truth):
    """The true mask of the dirt, filled with the mean of the aligned neighbours."""
    flow, result = Flow(), film.copy()
    for t, mask in enumerate(masks(truth, "dirt", len(film))):
        near = [other for other in (t - 1, t + 1) if 0 <= other < len(film)]
        mean = np.mean([flow.aligned(film, t, other) for other in near], axis=0)
        wide = cv2.dilate(mask, np.ones((3, 3))) > 0
        result[t][wide] = np.round(mean).astype(np.uint8)[wide]
    return result


def telea(film, truth):
    """The true mask of the scratches, inpainted frame by frame (Telea 2004)."""
    return np.stack([cv2.inpaint(frame, cv2.dilate(mask, np.ones((3, 3))), 3, cv2.INPAINT_TELEA) for frame, mask in zip(film, masks(truth, "scratches", len(film)))])


def between(film, truth):
    """Lost frames, as the truth names them, by DIS both ways at half the way, averaged."""
    lost = {entry["frame"] for entry in json.load(open(f"{truth}/truth.json"))["frames"] if entry["loss"] != "none"}
    flow, result = Flow(), film.copy()
    for t in sorted(lost):
        a, b = (next((n for n in order if n not in lost), None) for order in (range(t - 1, -1, -1), range(t + 1, len(film))))
        if a is None or b is None:
            continue
        there, back = flow.between(film[a], film[b]), flow.between(film[b], film[a])
        share = (t - a) / (b - a)
        result[t] = np.round(flow.warp(film[a], -share * there) * (1 - share) + flow.warp(film[b], -(1 - share) * back) * share)
    return result


def nlm(film, truth, strength=16):
    """Non-local means over five frames."""
    frames = list(film)
    result = [cv2.fastNlMeansDenoising(frame, None, strength, 7, 21) for frame in frames]
    for t in range(2, len(frames) - 2):
        result[t] = cv2.fastNlMeansDenoisingMulti(frames, t, 5, None, strength, 7, 21)
    return np.stack(result)


method, damaged, output, truth = sys.argv[1:]
luma, rest = read(damaged)
began = time.perf_counter()
restored = {"window": window, "srod": srod, "fill": fill, "telea": telea, "between": between, "nlm": nlm}[method](luma, truth)
print(time.perf_counter() - began)
write(output, damaged, restored, rest)
