#!/bin/bash
# Trains the reader and writes public/models/pocket-help-reader: bash training/reader.sh [TEXT] [WORK]
# A bit more than an hour on two CPU cores; a GPU is used where torch finds one, and MINUTES, PRETRAIN_MINUTES say how
# long. Needs what encoder.sh needs, and its result. TEXT is the folder of training text, WORK takes what can be made anew.
set -euo pipefail
cd "$(dirname "$0")/.."
text=$(realpath "${1:-../shared/training}")
work=${2:-training/work}
python=${PYTHON:-/usr/bin/python3}
pieces=32768
encoder=public/models/pocket-help-encoder/model.safetensors.gz
mkdir -p "$work/centres"
work=$(realpath "$work")
# One thread is as fast as two on two cores, and reusing memory four times faster than asking for it at every step.
export OMP_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=10737418240 MALLOC_TOP_PAD_=536870912

step() { printf '\n== %s\n' "$1"; }
step "fold the text as the product folds it, and cut it into the encoder's pieces"
npx tsx training/run.ts training/encoder/prepare.ts "$work" "$text" training/data
$python training/reader/pieces.py $encoder "$work/pieces.$pieces.model"
$python training/encoder/corpus.py "$work" $pieces
step "let search find the passages of the help centres that the reader learns from"
npx tsx training/run.ts training/reader/centres.ts "$work/centres" $encoder $(sed 's#^#training/data/centres/#' training/data/centres/reader.txt)
step "pretrain"
$python training/reader/pretrain.py --work "$work" --out "$work/pretrained.pt" --minutes "${PRETRAIN_MINUTES:-40}"
step "train"
$python training/reader/examples.py "$work" $pieces $encoder "$work"/centres/*.jsonl
# Two trainings with different seeds, and the mean of their weights: better than either, and each takes one core.
for seed in 13 14; do
  $python training/reader/train.py --work "$work" --start "$work/pretrained.pt" --out "$work/reader.$seed.pt" --seed $seed --minutes "${MINUTES:-26}" &
done
wait
$python training/reader/average.py "$work/reader.pt" "$work/reader.13.pt" "$work/reader.14.pt"
step "write the model"
$python training/reader/export.py "$work/reader.pt" "$work/pieces.$pieces.model" $encoder public/models/pocket-help-reader
npx tsx tools/pin-models.ts
step "fit what answers are made of"
bash training/answers.sh "$work"
