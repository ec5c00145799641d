"""Measures a denoiser: the published sets of pictures, or our clips registered by OpenCV's DIS flow.

    python3 measure.py image models/denoise-gray.onnx
    python3 measure.py video models/video-denoise-gray.onnx --guide models/denoise-gray.onnx

Prints mean PSNR in dB per set and level, and the same as JSON on the last line. Pictures: white noise that is neither
rounded nor clipped, as the published tables have it; the second figure of a pair is with noisy and clean rounded and
clipped to 8 bits, as files are. Clips: always 8 bits. Noise comes from seeds that the place in the set and the level give.
"""
import argparse
import json
import time
from pathlib import Path

import cv2
import numpy as np
import torch

import data
from data import eight_bits
from network import Denoiser
from weights import read

PICTURES = {"Set12": 1, "BSD68": 1, "CBSD68": 3, "McMaster": 3}
CLIPS = ("bedroom_zoom", "dog", "bikepacking", "venice_pan")
CROP = (slice(66, 66 + 192), slice(144, 144 + 288))
FRAMES = 15


def network(path, frames, channels):
    net = Denoiser(frames, channels)
    net.load_state_dict(read(path))
    return net.eval()


def apply(net, pictures, level):
    """Pictures [C, H, W] of any size, 0..1, and one level of noise (deviation, 0..1) to the clean picture."""
    height, width = pictures.shape[1:]
    padded = np.pad(pictures, ((0, 0), (0, -height % net.MULTIPLE), (0, -width % net.MULTIPLE)), mode="symmetric")
    with torch.no_grad():
        noise = torch.full((1, 1, *padded.shape[1:]), float(level))
        return net(torch.from_numpy(padded[None].astype(np.float32)), noise)[0, :, :height, :width].numpy()


def psnr(found, clean):
    return -10 * np.log10(np.mean((found.astype(float) - clean) ** 2))


def noise_for(shape, sigma, place):
    return np.random.default_rng([place, sigma]).standard_normal(shape) * sigma / 255


def picture(path, channels):
    read = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE if channels == 1 else cv2.IMREAD_COLOR)
    return (read[None] if channels == 1 else read[..., ::-1].transpose(2, 0, 1)) / 255


def image_pair(net, clean, sigma, place):
    noisy = clean + noise_for(clean.shape, sigma, place)
    return psnr(apply(net, noisy, sigma / 255), clean), psnr(eight_bits(apply(net, eight_bits(noisy), sigma / 255)), clean)


def row(name, sigma, value):
    """A result as a model's card has it."""
    return {"set": name, "measure": "psnr", "sigma": sigma, "value": round(value, 2)}


def measure_image(net, options):
    rows = []
    for name in (name for name, channels in PICTURES.items() if channels == net.channels):
        files = sorted(file for file in (options.data / "denoise" / name).iterdir() if file.suffix in (".png", ".bmp"))
        clean = [picture(file, net.channels) for file in files]
        for sigma in options.sigmas:
            exact, rounded = np.mean([image_pair(net, one, sigma, place) for place, one in enumerate(clean)], 0)
            print(f"{name:9} sigma {sigma:2}  {exact:.2f} dB  8 bits {rounded:.2f} dB", flush=True)
            rows += [row(name, sigma, exact), row(name + ", 8 bits", sigma, rounded)]
    return rows


def clip(path):
    video, frames = cv2.VideoCapture(str(path)), []
    while len(frames) < FRAMES:
        frames.append(data.luma(video.read()[1])[CROP] / 255)
    return frames


def guides(noisy, guide, level):
    """What flow is found on: the frames denoised one by one, or blurred where there is no network for it."""
    if guide:
        noisy = [apply(guide, frame[None], level)[0] for frame in noisy]
    else:
        noisy = [cv2.GaussianBlur(frame, (0, 0), 0.8 + 15 * level) for frame in noisy]
    return [(eight_bits(frame) * 255).astype(np.uint8) for frame in noisy]


def registered(noisy, flat, t, dis):
    """The five frames around t, the neighbours fetched onto it: [5, H, W]."""
    height, width = noisy[0].shape
    y, x = np.mgrid[:height, :width].astype(np.float32)
    window = []
    for k in range(t - 2, t + 3):
        flow = np.zeros((height, width, 2), np.float32) if k == t else dis.calc(flat[t], flat[k], None)
        window.append(noisy[k] if k == t else cv2.remap(noisy[k], x + flow[..., 0], y + flow[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))
    return np.stack(window)


def measure_video(net, options):
    guide = network(options.guide, 1, net.channels) if options.guide else None
    dis, rows, spent = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM), [], []
    clips = [clip(options.data / f"clean_video/{name}_576x324.mkv") for name in CLIPS]
    for sigma in options.sigmas:
        found = []   # of each clip, the frames' PSNR
        for place, clean in enumerate(clips):
            noisy = [eight_bits(frame + noise_for(frame.shape, sigma, 100 * place + t)).astype(np.float32) for t, frame in enumerate(clean)]
            flat, began = guides(noisy, guide, sigma / 255), time.process_time()
            found.append([psnr(eight_bits(apply(net, registered(noisy, flat, t, dis), sigma / 255)[0]), clean[t]) for t in range(2, FRAMES - 2)])
            spent.append((time.process_time() - began) / (FRAMES - 4))
        each = np.mean(found, 1)
        print(f"clips     sigma {sigma:2}  {each.mean():.2f} dB  " + "  ".join(f"{name} {one:.2f}" for name, one in zip(CLIPS, each)), flush=True)
        rows.append(row("clips", sigma, each.mean()))
    print(f"processor time {np.mean(spent):.2f} s a frame with flow, here", flush=True)
    return rows


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("image", "video"))
    parser.add_argument("weights", type=Path)
    parser.add_argument("--guide", type=Path, help="the picture denoiser that frames are cleaned with before flow is found")
    parser.add_argument("--colour", action="store_true")
    parser.add_argument("--sigmas", type=int, nargs="+")
    parser.add_argument("--data", type=Path, default=data.DATA)
    options = parser.parse_args()
    options.sigmas = options.sigmas or ((15, 25, 50) if options.task == "image" else (10, 20, 40))
    return options


if __name__ == "__main__":
    chosen = arguments()
    torch.set_num_threads(1)
    net = network(chosen.weights, 5 if chosen.task == "video" else 1, 3 if chosen.colour else 1)
    print(json.dumps((measure_image if chosen.task == "image" else measure_video)(net, chosen)))
