"""Weights to and from files: a checkpoint of train.py or one of our ONNX files."""
import numpy as np
import torch


def read(path):
    """Names and tensors in a file; from a checkpoint the running mean, which is what is exported."""
    if str(path).endswith(".onnx"):
        import onnx
        from onnx import numpy_helper
        tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(str(path)).graph.initializer}
        return {name: torch.from_numpy(value.astype(np.float32)) for name, value in tensors.items() if name.endswith(".weight")}
    return torch.load(path)["mean"]


def load(net, path):
    """Loads weights; a video network may begin from a picture's: its middle frame then does all the work."""
    found = read(path)
    wanted, given = net.head.weight, found["head.weight"]
    if wanted.shape != given.shape:
        head = torch.zeros_like(wanted)
        head[:, net.middle:net.middle + net.channels] = given[:, :net.channels]
        head[:, -1:] = given[:, -1:]
        found["head.weight"] = head
    net.load_state_dict(found)
