"""The network that judges dirt by sight: the table's score and what the picture adds to it."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from judge import MOST, by_table, platt, weights_of

EASY = 0.02       # what the table is so sure of is shown less often
SHOWN = 0.2       # in this share, counting as much more
HELD = 6          # of so many candidates one is kept from the fit, to scale the confidence by


class Judge(nn.Module):
    """Patches [N, 7, 32, 32], traits [N, 17] and the table's scores [N] to scores [N]; 48,000 weights."""

    def __init__(self, traits=17, widths=(16, 32, 48)):
        super().__init__()
        first, second, third = widths
        self.look = nn.Sequential(
            nn.Conv2d(7, first, 5, stride=2, padding=2), nn.ReLU(), nn.Conv2d(first, second, 3, stride=2, padding=1), nn.ReLU(),
            nn.Conv2d(second, third, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(third * 16, 32), nn.ReLU(), nn.Dropout(0.2))
        self.judge = nn.Sequential(nn.Linear(32 + traits, 32), nn.ReLU(), nn.Linear(32, 1))
        nn.init.zeros_(self.judge[-1].weight)
        nn.init.zeros_(self.judge[-1].bias)

    def forward(self, patches, traits, table):
        return table + self.judge(torch.cat([self.look(patches), traits], 1))[:, 0]


def pictures(raw):
    return torch.from_numpy(raw.astype(np.float32) * (MOST / 127))


def turned(patches, random):
    """Turned, mirrored, and at times run backwards."""
    patches = torch.rot90(patches, int(random.integers(4)), (2, 3))
    if random.integers(2):
        patches = patches.flip(3)
    return patches[:, [0, 2, 1, 4, 3, 5, 6]] if random.integers(2) else patches


class Sample:
    """The candidates that the network learns from, in memory."""

    def __init__(self, films, table, random):
        parts = []
        for film, weights in ((film, weights_of([film])) for film in films):
            score = by_table(table, film)
            easy = (score < np.log(EASY / (1 - EASY))) & (film.share < 0.2)
            chosen = np.flatnonzero(~easy | (random.random(len(easy)) < SHOWN))
            parts.append((film.patches(chosen), film.traits[chosen], score[chosen], film.share[chosen], weights[chosen] * np.where(easy[chosen], 1 / SHOWN, 1)))
        self.patches, self.traits, self.table, self.share, self.weight = (np.concatenate(part) for part in zip(*parts))
        self.held = random.integers(HELD, size=len(self.share)) == 0


def tensor(values):
    return torch.from_numpy(np.asarray(values, np.float32))


def fit(films, table, options, batch=128, rate=1.5e-3):
    random = np.random.default_rng(options.seed)
    torch.manual_seed(options.seed)
    sample, net = Sample(films, table, random), Judge()
    net.sample = sample
    rows = np.flatnonzero(~sample.held)
    steps = options.epochs * (len(rows) // batch)
    optimiser = torch.optim.AdamW(net.parameters(), rate, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1)
    mean, seen = sample.weight[rows].mean(), []
    for step in range(steps):
        if step % (len(rows) // batch) == 0:
            random.shuffle(rows)
        k = step % (len(rows) // batch) * batch
        some = np.sort(rows[k:k + batch])
        scores = net(turned(pictures(sample.patches[some]), random), tensor(sample.traits[some]), tensor(sample.table[some]))
        loss = (F.binary_cross_entropy_with_logits(scores, tensor(sample.share[some]), reduction="none") * tensor(np.minimum(sample.weight[some] / mean, 8))).mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        plan.step()
        seen.append(loss.item())
        if (step + 1) % 200 == 0:
            print(f"  step {step + 1} of {steps}, loss {np.mean(seen[-200:]):.4f}", flush=True)
    return net.eval()


def scores_of(net, patches, traits, table):
    with torch.no_grad():
        parts = [net(pictures(patches[k:k + 512]), tensor(traits[k:k + 512]), tensor(table[k:k + 512])).numpy() for k in range(0, len(table), 512)]
    return np.concatenate(parts) if parts else np.zeros(0)


def temper(net, films, table, options):
    """What its scores are to be scaled by, from candidates that it did not learn from."""
    sample = net.sample
    held = np.flatnonzero(sample.held)
    return platt(scores_of(net, sample.patches[held], sample.traits[held], sample.table[held]), (sample.share[held] >= 0.5).astype(float))


def run(net, film, table):
    """Scores of all of a film's candidates; what the table is very sure of is not looked at."""
    scores = by_table(table, film)
    asked = np.flatnonzero(scores > np.log(0.005 / 0.995))
    scores[asked] = scores_of(net, film.patches(asked), film.traits[asked], scores[asked])
    return scores
