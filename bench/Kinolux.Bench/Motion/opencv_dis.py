"""OpenCV's DIS flow on the clips that are given, one thread: prints rows of the motion benchmark's table."""
import subprocess
import sys
import time

import cv2
import numpy as np

WIDTH, HEIGHT, MARGIN = 576, 324, 8
cv2.setNumThreads(1)
xs, ys = np.meshgrid(np.arange(WIDTH, dtype=np.float32), np.arange(HEIGHT, dtype=np.float32))


def luma(path):
    command = ["ffmpeg", "-v", "error", "-i", path, "-vf", "extractplanes=y", "-f", "rawvideo", "-"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, np.uint8).reshape(-1, HEIGHT, WIDTH)


def spoil(frame, seed):
    """Dirt of the same kind as the benchmark's, not the same spots."""
    random, dirty, mask = np.random.default_rng(seed), frame.copy(), np.zeros(frame.shape, bool)
    for _ in range(60):
        x0, y0 = random.integers(20, WIDTH - 20), random.integers(20, HEIGHT - 20)
        rx, ry = random.integers(2, 9), random.integers(2, 9)
        spot = ((xs - x0) / rx) ** 2 + ((ys - y0) / ry) ** 2 <= 1
        dirty[spot] = 19 + 214 * random.integers(0, 2)
        mask |= spot
    return dirty, mask


def score(flow, at, other, mask):
    warped = cv2.remap(other, xs + flow[..., 0], ys + flow[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    inside = (slice(MARGIN, -MARGIN),) * 2
    error = (warped.astype(float) - at)[inside] ** 2
    return min(60, 10 * np.log10(65025 / max(1e-9, error[mask[inside]].mean())))


clips = [luma(path) for path in sys.argv[1:]]
everywhere = np.ones((HEIGHT, WIDTH), bool)
for name in ("ULTRAFAST", "FAST", "MEDIUM"):
    dis = cv2.DISOpticalFlow_create(getattr(cv2, "DISOPTICAL_FLOW_PRESET_" + name))
    means, under, times = [], [], []
    for clip in clips:
        scores = []
        for t in range(5, len(clip) - 1, 7):
            for other in (clip[t - 1], clip[t + 1]):
                start = time.process_time()
                flow = dis.calc(clip[t], other, None)
                times.append(time.process_time() - start)
                scores.append(score(flow, clip[t], other, everywhere))
                dirty, mask = spoil(clip[t], t)
                under.append(score(dis.calc(dirty, other, None), clip[t], other, mask))
        means.append(np.mean(scores))
    print(f"{'OpenCV DIS ' + name.lower():20}" + "".join(f"{m:11.2f}" for m in means) + f"{np.mean(means):11.2f}{np.mean(under):9.2f}{1000 * np.median(times):10.1f}")
