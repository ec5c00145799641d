"""The network that judges dirt by sight: the score of the table in the program and what the picture adds to it."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from judge import MOST, platt, weights_of

SURE = np.log(0.995 / 0.005)   # where the table is surer, either way, the network is not asked
HELD = 6                       # of so many candidates one is kept from the fit, to scale the confidence by


class Judge(nn.Module):
    """Patches [N, 7, 32, 32] and traits [N, 18], the last of them the table's score, to scores [N, 1, 1, 1]; 48,000 weights."""

    def __init__(self, traits=18, widths=(16, 32, 48)):
        super().__init__()
        first, second, third = widths
        self.look = nn.Sequential(
            nn.Conv2d(7, first, 5, stride=2, padding=2), nn.ReLU(), nn.Conv2d(first, second, 3, stride=2, padding=1), nn.ReLU(),
            nn.Conv2d(second, third, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(third * 16, 32), nn.ReLU(), nn.Dropout(0.2))
        self.judge = nn.Sequential(nn.Linear(32 + traits, 32), nn.ReLU(), nn.Linear(32, 1))
        nn.init.zeros_(self.judge[-1].weight)
        nn.init.zeros_(self.judge[-1].bias)
        self.register_buffer("scale", torch.tensor([1.0, 0.0]))

    def forward(self, candidate, traits):
        traits = traits.flatten(1)
        score = traits[:, -1:] + self.judge(torch.cat([self.look(candidate), traits], 1))
        return (score * self.scale[0] + self.scale[1])[:, :, None, None]


def pictures(raw):
    return torch.from_numpy(raw.astype(np.float32) * (MOST / 127))


def turned(patches, random):
    """Turned, mirrored, and at times run backwards."""
    patches = torch.rot90(patches, int(random.integers(4)), (2, 3))
    if random.integers(2):
        patches = patches.flip(3)
    return patches[:, [0, 2, 1, 4, 3, 5, 6]] if random.integers(2) else patches


class Sample:
    """The candidates that the network learns from, in memory: those that it will be asked about."""

    def __init__(self, films, random):
        parts = []
        for film, weights in ((film, weights_of([film])) for film in films):
            asked = asked_of(film)
            parts.append((film.patches(asked), traits_of(film, asked), film.share[asked], weights[asked]))
        self.patches, self.traits, self.share, self.weight = (np.concatenate(part) for part in zip(*parts))
        self.held = random.integers(HELD, size=len(self.share)) == 0


def asked_of(film):
    return np.flatnonzero(np.abs(film.today) < SURE)


def traits_of(film, rows):
    return np.column_stack([film.traits[rows], film.today[rows]]).astype(np.float32)


def fit(films, options, batch=128, rate=1.5e-3):
    """The network, its confidence scaled on candidates that it did not learn from."""
    random = np.random.default_rng(options.seed)
    torch.manual_seed(options.seed)
    sample, net = Sample(films, random), Judge()
    rows = np.flatnonzero(~sample.held)
    weight = torch.from_numpy(np.minimum(sample.weight / sample.weight[rows].mean(), 8).astype(np.float32))
    share, traits = torch.from_numpy(sample.share.astype(np.float32)), torch.from_numpy(sample.traits)
    each = len(rows) // batch
    optimiser = torch.optim.AdamW(net.parameters(), rate, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=options.epochs * each + 1)
    for epoch in range(options.epochs):
        random.shuffle(rows)
        seen = []
        for k in range(each):
            some = np.sort(rows[k * batch:(k + 1) * batch])
            scores = net(turned(pictures(sample.patches[some]), random), traits[some]).flatten()
            loss = (F.binary_cross_entropy_with_logits(scores, share[some], reduction="none") * weight[some]).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            plan.step()
            seen.append(loss.item())
        print(f"  epoch {epoch + 1} of {options.epochs}, {each} steps, loss {np.mean(seen):.4f}", flush=True)
    net.eval()
    held = np.flatnonzero(sample.held)
    net.scale[:] = torch.tensor(platt(scores_of(net, sample.patches[held], sample.traits[held]), (sample.share[held] >= 0.5).astype(float)))
    return net


def kept(films, options, path):
    """The network whose weights lie at a path, or, where none do, one that is fitted and laid there; a path of None is no place."""
    if path is None or not path.exists():
        net = fit(films, options)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            torch.save(net.state_dict(), path)
        return net
    net = Judge().eval()
    net.load_state_dict(torch.load(path))
    return net


def scores_of(net, patches, traits):
    with torch.no_grad():
        parts = [net(pictures(patches[k:k + 512]), torch.from_numpy(traits[k:k + 512])).numpy().flatten() for k in range(0, len(traits), 512)]
    return np.concatenate(parts) if parts else np.zeros(0)


def run(net, film):
    """Scores of all of a film's candidates; what the table is very sure of is not looked at."""
    scores, asked = film.today.copy(), asked_of(film)
    scores[asked] = scores_of(net, film.patches(asked), traits_of(film, asked))
    return scores
