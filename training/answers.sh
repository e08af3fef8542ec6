#!/bin/bash
# Fits src/answer/weights.json, how much each sign speaks for an answer, on help centres that no model was trained on:
# bash training/answers.sh [WORK]. Some minutes. Needs npm ci, npm run build:app, python3-torch and python3-sklearn.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:-training/work}
python=${PYTHON:-/usr/bin/python3}
mkdir -p "$work"
centres=$(sed 's#^#training/data/centres/#' training/data/centres/answers.txt)
develop=()
if [ -d ../shared/eval ]; then for name in arduino anki 1panel-zh; do develop+=("../shared/eval/$name"); done; fi
for by in words sentences readerOnWords reader; do
  printf '\n== %s\n' "$by"
  case $by in *[wW]ords) encoder=none ;; *) encoder=public/models/pocket-help-encoder/model.safetensors.gz ;; esac
  case $by in reader*) reader=public/models/pocket-help-reader ;; *) reader=none ;; esac
  npx tsx training/run.ts training/answers/dump.ts "$work/dump.$by.jsonl" $encoder $reader $centres "${develop[@]}"
  $python training/answers/fit.py "$work/dump.$by.jsonl" "$work/weights.$by.json" --develop "${develop[@]##*/}"
  npx tsx training/run.ts training/answers/choose.ts "$work/dump.$by.jsonl" "$work/weights.$by.json" $by "$work/chosen.$by.jsonl"
  $python training/answers/confidence.py "$work/chosen.$by.jsonl" "$work/confidence.$by.json" --develop "${develop[@]##*/}"
done
$python training/answers/write.py "$work" src/answer/weights.json
if [ ${#develop[@]} -gt 0 ]; then
  $python training/answers/curves.py "$work" public/models/pocket-help-reader/curves --develop "${develop[@]##*/}"
fi
