"""The denoising network: a small U-Net of plain residual blocks without biases.

Without biases the network is homogeneous: twice the contrast in picture and noise gives twice the answer,
so that it also holds between and beside the noise levels it was trained on.
"""
import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = (48, 96, 128)   # channels at a half, a quarter and an eighth of the picture's size
BLOCKS = (2, 2, 3)       # residual blocks at each size; the first two sizes have them on the way down and up


def conv(inputs, outputs, kernel, stride=1, padding=0):
    return nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)


class Block(nn.Module):
    """x + conv(relu(conv(x)))"""

    def __init__(self, width):
        super().__init__()
        self.first, self.second = conv(width, width, 3, padding=1), conv(width, width, 3, padding=1)

    def forward(self, x):
        return x + self.second(F.relu(self.first(x)))


class Up(nn.Module):
    """Twice the size: a 1x1 convolution and depth to space, what a transposed convolution does, but faster at run time."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.spread = conv(inputs, 4 * outputs, 1)

    def forward(self, x):
        return F.pixel_shuffle(self.spread(x), 2)


def blocks(width, count):
    return nn.Sequential(*[Block(width) for _ in range(count)])


class Denoiser(nn.Module):
    """Pictures [N, frames*channels, H, W] and noise [N, 1, H, W] (both 0..1) to the clean middle frame [N, channels, H, W].

    H and W are multiples of MULTIPLE.
    """

    MULTIPLE = 8

    def __init__(self, frames=1, channels=1, widths=WIDTHS, counts=BLOCKS):
        super().__init__()
        self.middle, self.channels = frames // 2 * channels, channels
        half, quarter, eighth = widths
        self.head = conv(frames * channels + 1, half, 6, stride=2, padding=2)   # space to depth and a 3x3 convolution in one
        self.down = nn.ModuleList([blocks(half, counts[0]), blocks(quarter, counts[1])])
        self.shrink = nn.ModuleList([conv(half, quarter, 2, stride=2), conv(quarter, eighth, 2, stride=2)])
        self.bottom = blocks(eighth, counts[2])
        self.grow = nn.ModuleList([Up(quarter, half), Up(eighth, quarter)])
        self.up = nn.ModuleList([blocks(half, counts[0]), blocks(quarter, counts[1])])
        self.tail = conv(half, 4 * channels, 3, padding=1)

    def forward(self, pictures, noise):
        half = self.down[0](self.head(torch.cat([pictures, noise], 1)))
        quarter = self.down[1](self.shrink[0](half))
        bottom = self.bottom(self.shrink[1](quarter))
        quarter = self.up[1](quarter + self.grow[1](bottom))
        half = self.up[0](half + self.grow[0](quarter))
        return pictures[:, self.middle:self.middle + self.channels] - F.pixel_shuffle(self.tail(half), 2)
