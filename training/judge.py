"""Fits judges of what despeckle holds for possible dirt, each time with one film left out, and says how well each judges that film:
the logistic table on the traits (what SpeckJudge holds), and with --network a small network on the traits and the pictures.

    ./dev bench candidates OUT …          writes what is judged, with the truth
    python3 judge.py OUT                  the table
    python3 judge.py OUT --network        the network beside it

Precision, recall and F1 are those of samples, over all that is damaged, found or not, at a confidence of 0.5; "AP" is the mean
precision over all recalls; "P at R" the precision where the judge takes as much true dirt as today's table does; "ECE" the mean distance
between confidence and share of candidates that are dirt, at least half of their samples being so.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np

NAMES = ("area", "contrast", "contrast over mismatch", "one-sidedness", "both sides agree", "far support", "flies on", "sharp edge", "texture",
         "motion", "uneven motion", "mismatch", "crowd", "peak", "diffuse", "one side only", "swarm")
RECORD = np.dtype([("numbers", "<i4", 8), ("traits", "<f4", len(NAMES)), ("confidence", "<f4"), ("patch", "i1", (7, 32, 32))])
MOST = 4                      # contrasts that a patch's 127 stands for
DEMO = ("lake", "snow", "fire")
# What the table held before, bias last: the fit stays near it where the films do not say otherwise (smoke, things that fly).
BEFORE = np.array([-0.105, 1.886, 0.904, 0.106, 0.027, 1.344, -12, -0.116, 0.036, 0.079, -0.352, -1.135, -3, 2.418, -1.5, -2, -10, -0.8])
RIDGE = 30.0                  # how many candidates' worth the old table is


class Film:
    """One film with one damage: every candidate's traits, confidence by the table in the program, truth and (on disk) picture."""

    def __init__(self, folder, line):
        file, self.name, strength, total = line.strip().split(",")[:4]
        self.strength, self.total = float(strength), int(total)
        records = np.memmap(folder / file, RECORD, "r")
        _, self.x, self.y, seen, self.area, self.hit, self.mask, self.mask_hit = records["numbers"].T.copy()
        keep = seen == 1                              # what is not seen is never proposed
        self.rows = np.flatnonzero(keep)
        for name in ("x", "y", "area", "hit", "mask", "mask_hit"):
            setattr(self, name, getattr(self, name)[keep].astype(float))
        self.traits, self.today, self.records = records["traits"][keep], logit(records["confidence"][keep]), records
        self.share = self.hit / self.area
        self.dirt = (self.share >= 0.5).astype(float)

    @property
    def group(self):
        return "photographs" if self.name.startswith("photo") else "demo" if self.name in DEMO else self.name

    def patches(self, rows):
        return self.records["patch"][self.rows[rows]]


def logit(p):
    p = np.clip(p.astype(float), 1e-6, 1 - 1e-6)
    return np.log(p / (1 - p))


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def films_in(folder):
    return [Film(folder, line) for line in (folder / "films.csv").read_text().splitlines()]


def weights_of(films):
    """Between counting candidates and counting samples: the root of the area."""
    return np.concatenate([np.sqrt(film.area) / 3 for film in films])


def fit_table(films):
    """Logistic regression by Newton's method, drawn towards the table before."""
    x = np.concatenate([film.traits for film in films]).astype(float)
    x = np.column_stack([x, np.ones(len(x))])
    y, w = np.concatenate([film.share for film in films]), weights_of(films)
    table = BEFORE.copy()
    for _ in range(25):
        p = sigmoid(x @ table)
        gradient = x.T @ (w * (p - y)) + RIDGE * (table - BEFORE)
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(table))
        step = np.linalg.solve(hessian, gradient)
        table = table - step
        if np.abs(step).max() < 1e-5:
            break
    return table


def by_table(table, film):
    return film.traits @ table[:-1] + table[-1]


def platt(scores, shares):
    """a, b that make sigmoid(a z + b) a probability: Platt, "Probabilistic outputs for support vector machines", 1999."""
    a, b = 1.0, 0.0
    for _ in range(50):
        p = sigmoid(a * scores + b)
        r, v = p - shares, p * (1 - p) + 1e-9
        g = np.array([r @ scores, r.sum()])
        h = np.array([[(v * scores) @ scores, v @ scores], [v @ scores, v.sum()]]) + 1e-6 * np.eye(2)
        step = np.linalg.solve(h, g)
        a, b = a - step[0], b - step[1]
        if np.abs(step).max() < 1e-6:
            break
    return a, b


def counts(films, scores, threshold=0.0):
    taken = np.concatenate(scores) > threshold
    hit, mask = (np.concatenate([getattr(film, name) for film in films]) for name in ("mask_hit", "mask"))
    return hit[taken].sum(), mask[taken].sum(), sum(film.total for film in films)


def curve(films, scores):
    """Samples taken rightly and taken at all, from the surest candidate on."""
    order = np.argsort(-np.concatenate(scores), kind="stable")
    hit, mask = (np.concatenate([getattr(film, name) for film in films])[order] for name in ("mask_hit", "mask"))
    return np.cumsum(hit), np.cumsum(mask)


def reliability(scores, shares, bins=10):
    p, edges = sigmoid(scores), np.linspace(0, 1, bins + 1)
    place = np.clip(np.digitize(p, edges) - 1, 0, bins - 1)
    return [(p[place == k].mean(), shares[place == k].mean(), int((place == k).sum())) for k in range(bins) if (place == k).any()]


def calibration_error(scores, shares):
    rows = reliability(scores, shares)
    return sum(abs(p - share) * n for p, share, n in rows) / sum(n for *_, n in rows)


def score(films, scores, today):
    dirty = [k for k, film in enumerate(films) if film.total > 0]
    chosen, marks = [films[k] for k in dirty], [scores[k] for k in dirty]
    hit, taken, total = counts(chosen, marks)
    precision, recall = hit / max(1, taken), hit / total
    hits, masks = curve(chosen, marks)
    average = np.sum(np.diff(np.concatenate([[0], hits])) * hits / np.maximum(masks, 1)) / total
    wanted = counts(chosen, [today[k] for k in dirty])[0]
    place = min(np.searchsorted(hits, wanted), len(hits) - 1)
    clean = sum(film.mask[scores[k] > 0].sum() for k, film in enumerate(films) if film.total == 0)
    error = calibration_error(np.concatenate(scores), np.concatenate([film.dirt for film in films]))
    return precision, recall, 2 * precision * recall / (precision + recall), average, hits[place] / masks[place], clean, error


def row(group, judge, values):
    p, r, f, average, at, clean, error = values
    print(f"| {group:12} | {judge:12} | {p:.3f} | {r:.3f} | {f:.3f} | {average:.3f} | {at:.3f} | {clean:6.0f} | {error:.3f} |", flush=True)


def plot(path, judges):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="0.7")
    for name, (scores, shares) in judges.items():
        rows = reliability(scores, shares)
        axes.plot([p for p, *_ in rows], [share for _, share, _ in rows], "o-", label=f"{name}, ECE {calibration_error(scores, shares):.3f}")
    axes.set(xlabel="confidence", ylabel="share that is dirt", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    figure.savefig(path, dpi=100)


def left_out(films, options):
    """For each group of films: the films, and each judge's scores, by judges that never saw them."""
    groups = sorted({film.group for film in films} - {"photographs"}) if not options.only else options.only
    results = {}
    for group in groups:
        seen, held = [film for film in films if film.group != group], [film for film in films if film.group == group]
        table = fit_table(seen)
        judges = {"today": [film.today for film in held], "table": [by_table(table, film) for film in held]}
        if options.network:
            import judge_network
            began = time.time()
            judge = judge_network.kept(seen, options, options.weights and options.weights / f"{group}.pt")
            judges["network"] = [judge_network.run(judge, film) for film in held]
            print(f"{group}: network fitted in {time.time() - began:.0f} s, scaled by {judge.scale[0]:.2f} and {judge.scale[1]:+.2f}", flush=True)
        for name, scores in judges.items():
            row(group, name, score(held, scores, judges["today"]))
        results[group] = (held, judges)
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--network", action="store_true")
    parser.add_argument("--only", nargs="*", help="leave out these groups of films alone")
    parser.add_argument("--plot", type=Path, help="where a reliability plot goes")
    parser.add_argument("--weights", type=Path, help="a folder where the networks' weights are kept; those that lie there are not fitted again")
    parser.add_argument("--results", type=Path, help="where the figures go, for the card")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    films = films_in(options.folder)
    print(f"{len(films)} films, {sum(len(film.share) for film in films)} candidates, {sum(int(film.dirt.sum()) for film in films)} dirt")
    print("| left out     | judge        | P | R | F1 | AP | P at R | clean film: samples taken | ECE |")
    print("|---|---|---|---|---|---|---|---|---|")
    results = left_out(films, options)
    every = {}
    for held, judges in results.values():
        for name, scores in judges.items():
            every.setdefault(name, ([], []))[0].extend(scores)
            every[name][1].extend(film.dirt for film in held)
    for name in every:
        rows = [score(held, judges[name], judges["today"]) for held, judges in results.values()]
        row("mean", name, np.mean(rows, 0))
    flat = {name: (np.concatenate(scores), np.concatenate(shares)) for name, (scores, shares) in every.items()}
    for name, (scores, shares) in flat.items():
        print(f"{name}: ECE {calibration_error(scores, shares):.4f}  " + "  ".join(f"{p:.2f}:{share:.2f} ({n})" for p, share, n in reliability(scores, shares)))
    if options.results:
        keys = ("precision", "recall", "f1", "average", "at", "clean", "error")
        rows = [{"group": group} | {name: dict(zip(keys, map(float, score(held, scores, judges["today"])))) for name, scores in judges.items()} for group, (held, judges) in results.items()]
        options.results.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if options.plot:
        plot(options.plot, flat)
    table = fit_table(films)
    print("table on all films, bias last:", ", ".join(f"{value:.3f}f" for value in table))


if __name__ == "__main__":
    main()
