"""The mean of the weights of trainings that began alike: python3 average.py OUT.pt TRAINED.pt ..."""
import sys

import torch


def main(out, *paths):
    saved = [torch.load(path, map_location="cpu") for path in paths]
    mean = {name: sum(one["state"][name] for one in saved) / len(saved) for name in saved[0]["state"]}
    torch.save({**saved[0], "state": mean}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
