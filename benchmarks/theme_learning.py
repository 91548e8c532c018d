"""How well themes are suggested after 25, 50, 100, 200 and 500 coded texts, and how long learning takes.

    python -m benchmarks.theme_learning TRAIN.csv VALID.csv

Both with the columns text and label. Small samples are drawn five times (seeds 0 to 4) with every label in them; the
figure is the mean macro-F1 on VALID, with the lowest and the highest. The last line is five-fold cross-validation over
both files together, which no choice was fitted to by hand.
"""

import csv
import sys
import time
from pathlib import Path
from statistics import mean

from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, train_test_split

from metrics.themes import ThemeCoder

SIZES = (25, 50, 100, 200, 500)
Coded = list[tuple[str, str]]


def read(path: str) -> Coded:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file)]


def macro_f1(learn: Coded, judge: Coded) -> float:
    coder = ThemeCoder([text for text, _ in learn], [label for _, label in learn])
    found = [each.label for each in coder.suggest([text for text, _ in judge])]
    return float(f1_score([label for _, label in judge], found, average="macro"))


def drawn(train: Coded, size: int, seed: int) -> Coded:
    if size >= len(train):
        return train
    return train_test_split(train, train_size=size, random_state=seed, stratify=[label for _, label in train])[0]


def main() -> None:
    train, valid = (read(path) for path in sys.argv[1:3])
    for size in SIZES:
        began = time.perf_counter()
        scores = [macro_f1(drawn(train, size, seed), valid) for seed in range(5 if size < len(train) else 1)]
        seconds = (time.perf_counter() - began) / len(scores)
        print(f"{size:4d} coded: {mean(scores):.3f} ({min(scores):.3f} to {max(scores):.3f}), {seconds:.2f} s each")
    both = train + valid
    folds = StratifiedKFold(5, shuffle=True, random_state=0).split(both, [label for _, label in both])
    scores = [macro_f1([both[row] for row in learn], [both[row] for row in judge]) for learn, judge in folds]
    print(f"cross-validated over both: {mean(scores):.3f} ({min(scores):.3f} to {max(scores):.3f})")


if __name__ == "__main__":
    main()
