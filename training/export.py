"""Writes a trained network as ONNX, its weights in half precision, and the card beside it.

    python3 measure.py image out/gray.pt > out/gray.txt
    python3 export.py out/gray.pt ../models/denoise-gray.onnx --results out/gray.txt

What the card says under "classical" was measured elsewhere and is kept.
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from film import field
from network import Denoiser
from weights import read

SMALL = 1024   # tensors with fewer values stay as they are
SEAM = 1e-4    # of white: how far tiles may be from the whole picture
PHOTOGRAPHS = "861 photographs of imagenet-sample-images, halved and at 0.7 of their size (no licence stated; research use)"
TRAIN400 = "Train400: 400 crops of the Berkeley Segmentation Dataset (non-commercial research and education)"


def halve(model):
    """Stores large weights as float16 with a cast behind each, which the runtime folds when it loads."""
    kept, casts = [], []
    for tensor in model.graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.size < SMALL or value.dtype != np.float32:
            kept.append(tensor)
            continue
        kept.append(numpy_helper.from_array(value.astype(np.float16), tensor.name))
        casts.append(helper.make_node("Cast", [tensor.name], [tensor.name + ".float"], to=TensorProto.FLOAT))
    names = {node.input[0]: node.output[0] for node in casts}
    nodes = list(model.graph.node)
    for node in nodes:
        for place, name in enumerate(node.input):
            node.input[place] = names.get(name, name)
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(casts + nodes)


def write(net, frames, path):
    pictures = "picture" if frames == 1 else "frames"
    axes = {2: "height", 3: "width"}
    torch.onnx.export(net, (torch.rand(1, frames * net.channels, 64, 64), torch.rand(1, 1, 64, 64)), str(path), opset_version=13,
                      input_names=[pictures, "noise"], output_names=["clean"], dynamic_axes={pictures: axes, "noise": axes, "clean": axes})
    model = onnx.load(str(path))
    halve(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def reach(net):
    """Samples on each side that a tile needs, a multiple of 8, for its middle to come out as in the whole picture, to SEAM.

    The network could look 106 samples far; what it learned to look at is much nearer.
    """
    random, block, room = np.random.default_rng(0), 16, 112
    furthest = 0
    for cell in (3, 6, 12, 24, 48):
        level = random.uniform(0.05, 0.2)
        picture = 0.5 + 0.15 * field((2 * room + block,) * 2, cell, random)[..., 0]
        frames = torch.tensor(np.stack([picture] * (net.head.weight.shape[1] - 1))[None])
        noisy = frames + level * torch.tensor(random.standard_normal(frames.shape, np.float32))
        furthest = max(furthest, next(far for far in range(8, room + 8, 8) if seam(net, noisy, level, room, block, far) < SEAM))
    return furthest


def seam(net, noisy, level, room, block, far):
    """How far the middle block of a tile, cut far around it, is from that of the whole picture."""
    cut = noisy[:, :, room - far:room + block + far, room - far:room + block + far]
    with torch.no_grad():
        whole, tile = (net(part, torch.full_like(part[:, :1], level)) for part in (noisy, cut))
    return (whole[:, :, room:room + block, room:room + block] - tile[:, :, far:far + block, far:far + block]).abs().max().item()


def operations(net, picture, other):
    """Multiplications and additions for each sample of the picture, the first of the inputs."""
    counted = []
    hooks = [layer.register_forward_hook(lambda layer, _, out: counted.append(2 * layer.weight.numel() * out.shape[2:].numel()))
             for layer in net.modules() if isinstance(layer, (torch.nn.Conv2d, torch.nn.Linear))]
    with torch.no_grad():
        net(picture, other)
    for hook in hooks:
        hook.remove()
    return round(sum(counted) / picture.shape[2:].numel())


def channels(colour, frames):
    names = ["red", "green", "blue"] if colour else ["gray"]
    return names if frames == 1 else [f"{name} t{t:+d}" if t else f"{name} t" for t in range(-2, 3) for name in names]


def trained(saved, video):
    options = saved["options"]
    begun = f", begun from {options['start'].stem}" if options["start"] else ""
    return (f"training/train.py {options['task']}, seed {options['seed']}, {saved['step']} steps of {options['batch']} "
            f"{'windows of film' if video else 'patches'} of {options['size']} × {options['size']}{begun}, "
            f"noise of 0 to {options['sigma']:.0f} of 255; {options['threads']} threads of a processor, PyTorch {torch.__version__}.")


def learned_bsd(options):
    """Whether Train400 is in the weights: seen, or by the gray network that they began from."""
    return not options["no_bsd"] and (not options["colour"] or options["start"] is not None)


def quality(rows, old):
    classical = {(row["set"], row.get("sigma")): row["classical"] for row in old if "classical" in row}
    return [row | ({"classical": classical[key]} if (key := (row["set"], row["sigma"])) in classical else {}) for row in rows]


def card(net, frames, saved, path, rows):
    colour, video, old = net.channels == 3, frames > 1, path.with_suffix(".json")
    before = json.loads(old.read_text(encoding="utf-8")) if old.exists() else {}
    kind = "colour" if colour else "gray"
    return {
        "version": 1, "name": path.stem, "task": "video-denoise" if video else "denoise",
        "summary": f"Noise of any level in a {kind} film, by five frames brought onto one." if video else f"Noise of any level in a {kind} picture.",
        "file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "inputs": [{"name": "frames" if video else "picture", "channels": channels(colour, frames), "range": [0, 1]},
                   {"name": "noise", "channels": ["standard deviation"], "range": [0, round(saved["options"]["sigma"] / 255, 3)]}],
        "outputs": [{"name": "clean", "channels": channels(colour, 1), "range": [0, 1]}],
        "multiple": net.MULTIPLE, "operationsPerSample": operations(net, torch.zeros(1, net.head.weight.shape[1] - 1, 64, 64), torch.zeros(1, 1, 64, 64)), "receptiveField": reach(net),
        "licence": "Apache-2.0 for the weights; the pictures it learned from are for research only",
        "data": [PHOTOGRAPHS, TRAIN400] if learned_bsd(saved["options"]) else [PHOTOGRAPHS],
        "training": trained(saved, video),
        "quality": quality(rows, before.get("quality", [])),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--results", type=Path, nargs="*", default=[], help="what measure.py printed, once or in parts")
    options = parser.parse_args()
    saved = torch.load(options.checkpoint)
    frames, colour = (5 if saved["options"]["task"] == "video" else 1), saved["options"]["colour"]
    net = Denoiser(frames, 3 if colour else 1)
    net.load_state_dict(read(options.checkpoint))
    options.model.parent.mkdir(exist_ok=True)
    write(net, frames, options.model)
    rows = [row for file in options.results for row in json.loads(file.read_text(encoding="utf-8").splitlines()[-1])]
    text = json.dumps(card(net, frames, saved, options.model, rows), ensure_ascii=False, indent=2)
    options.model.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
