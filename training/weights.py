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
    """Loads weights; a network of more channels may begin from a gray picture's.

    The middle frame then does all the work, and the colours begin by sharing one gray.
    """
    found = read(path)
    wanted, given = net.head.weight, found["head.weight"]
    if wanted.shape != given.shape:
        head = torch.zeros_like(wanted)
        head[:, net.middle:net.middle + net.channels] = given[:, :1] / net.channels
        head[:, -1:] = given[:, -1:]
        found["head.weight"] = head
        found["tail.weight"] = found["tail.weight"].repeat(net.channels, 1, 1, 1)
    net.load_state_dict(found)
