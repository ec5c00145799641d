"""Fits the judge of dirt on all films and writes it as ONNX, with the card beside it.

    python3 judge.py OUT --network --results out/judge.json
    python3 judge_export.py OUT out/models/judge-dirt.onnx --results out/judge.json
"""
import argparse
import hashlib
import json
from pathlib import Path

import onnx
import torch

import judge
import judge_network
from export import PHOTOGRAPHS, operations

SQUARES = ["frame", "nearer neighbour", "other nearer neighbour", "farther neighbour", "other farther neighbour", "candidate", "other candidates"]


def inputs():
    return torch.rand(1, len(SQUARES), 32, 32), torch.rand(1, len(judge.NAMES) + 1, 1, 1)


def write(net, path):
    torch.onnx.export(net, inputs(), str(path), opset_version=13, input_names=["candidate", "traits"], output_names=["score"])
    onnx.checker.check_model(onnx.load(str(path)))


def card(net, path, films, options):
    names = sorted({film.name for film in films if film.group != "photographs"})
    photographs = len({film.name for film in films if film.group == "photographs"})
    rows = [] if options.results is None else json.loads(options.results.read_text(encoding="utf-8"))
    return {
        "version": 1, "name": path.stem, "task": "judge-dirt",
        "summary": "Whether what stands out in one frame is dirt, by its picture in five frames.",
        "file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "inputs": [{"name": "candidate", "channels": SQUARES, "range": [-judge.MOST, judge.MOST]},
                   {"name": "traits", "channels": [*judge.NAMES, "score of the table"], "range": [-16, 16], "size": [1, 1]}],
        "outputs": [{"name": "score", "channels": ["log odds"], "range": [-16, 16], "size": [1, 1]}],
        "size": [32, 32], "receptiveField": 0, "operationsPerSample": operations(net, *inputs()),
        "licence": "Apache-2.0 for the weights; the pictures it learned from are for research only",
        "data": [f"{photographs} films made of {PHOTOGRAPHS}", f"the clean clips and shots of the demo film that score ({', '.join(names)}), all with drawn dirt and grain"],
        "training": f"training/judge_export.py, seed {options.seed}, {options.epochs} epochs of {sum(len(judge_network.asked_of(film)) for film in films)} candidates; one thread of a processor, "
                    f"PyTorch {torch.__version__}. The quality is that of judges that learned in the same way from all films but the one named.",
        "quality": [{"set": f"{row['group']}, left out", "measure": measure, "value": round(row["network"][key], 4), "classical": round(row["today"][key], 4)}
                    for row in rows for measure, key in (("f1", "f1"), ("precision at the table's recall", "at"))],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--results", type=Path, help="what judge.py wrote of the films left out")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weights", type=Path, help="as for judge.py")
    options = parser.parse_args()
    options.model.parent.mkdir(parents=True, exist_ok=True)
    films = judge.films_in(options.folder)
    net = judge_network.kept(films, options, options.weights and options.weights / "all.pt")
    write(net, options.model)
    text = json.dumps(card(net, options.model, films, options), ensure_ascii=False, indent=2)
    options.model.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
