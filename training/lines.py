"""Fits how much the frames around a line say of it, its own traits' table held: support's weight and where it speaks neither for nor against.

    ./dev bench lines OUT FILM …      writes every line, with the truth
    python3 lines.py OUT

False lines count double. Lines that wait by a rule are left out, and lines of the undamaged films too: there is no scratch to vouch for them.
"""
import sys

import numpy as np

WRONG, RIDGE = 2.0, 1.0
MOST = 8                      # beyond which odds of a line by itself say no more


def read(path):
    """Own log odds, support, whether three tenths of what it changes are damage."""
    rows = np.array([line.split(",")[1:] for line in open(path)], float)
    strength, _, _, alone, support, waits, samples, hit = rows.T
    keep = (strength > 0) & (waits == 0) & (samples > 0)
    alone = np.clip(alone[keep], 1e-6, 1 - 1e-6)
    return np.clip(np.log(alone / (1 - alone)), -MOST, MOST), support[keep], hit[keep] > 0.3 * samples[keep]


def fit(own, support, true):
    x, weights = np.column_stack([support, np.ones(len(own))]), np.where(true, 1, WRONG)
    table = np.zeros(2)
    for _ in range(60):
        p = 1 / (1 + np.exp(-(own + x @ table)))
        gradient = x.T @ (weights * (p - true)) + RIDGE * table * (1, 0)
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + np.diag((RIDGE, 0.1))
        step = np.linalg.solve(hessian, gradient)
        table = table - step * min(1, 2 / np.abs(step).max())
    return table


own, support, true = read(sys.argv[1])
weight, bias = fit(own, support, true)
print(f"{len(own)} lines, {true.sum()} scratches: support weighs {weight:.2f}, even at {-bias / weight:.3f}")
