#!/usr/bin/env bash
# Trains the language model and fits its calibration; nothing of this runs in CI, the results are committed.
#   services/language-detection/Model/train.sh DATA [WORK]
# DATA  a folder with sentences/, word-pairs/ and sentences-extra/, one file a language (train.tar.xz unpacked)
# WORK  where intermediate files go (default: a new temporary folder)
# Needs the .NET SDK and fasttext 0.9.2 (Debian: apt-get install fasttext). One thread and a seed make training repeatable. About an
# hour on one core: the model, two more for calibration, and one without ten languages for the evaluation.
set -euo pipefail
data=$(realpath "${1:?usage: train.sh DATA [WORK]}")
work=${2:-$(mktemp -d)}
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
model=services/language-detection/Model
bench() { dotnet run -c Release --project tests/NewsMonitor.Benchmarks -- "$@"; }

# name, then what the corpus leaves out
train() {
  local name=$1; shift
  # Lower case, no addresses and digits, windows as long as headlines, Serbian in Latin letters, Spanish with its accents back, made-up junk.
  bench langid-corpus "$data" "$work/$name.txt" --spanish-letters "$model/spanish-letters.txt" "$@"
  fasttext supervised -input "$work/$name.txt" -output "$work/$name" -loss softmax -dim 16 -minn 1 -maxn 5 -bucket 1048576 \
    -epoch 8 -lr 0.5 -minCount 2 -thread 1 -seed 1 -verbose 0
  fasttext quantize -input "$work/$name.txt" -output "$work/$name" -qnorm -cutoff 150000 -dsub 2 -verbose 0
  rm -f "$work/$name.bin" "$work/$name.vec"
}

train full
cp "$work/full.ftz" "$model/languages.ftz"
bench langid-letters "$work/full.txt"

# Confidence is fitted on lines and languages that the fold's model has not seen.
train a --fold 0/4 --without am,ckb,gd,ha,jv,ku,mr,mt,sl,tt
train b --fold 1/4 --without af,ca,et,ht,ky,lv,mg,ps,sd,tg,ug
bench langid-calibrate "$work/a.ftz" "$work/b.ftz"

# Every third of the extra languages is left out; see --unknown of langid.
train unknown --without as,gl,ig,kn,lb,ml,ne,rw,tk,uz

# The reference program's answers on the tests' own texts.
bench langid-golden tests/data/eval/articles.jsonl "$model/languages.ftz" tests/data/langid/golden.tsv

# The page beside the model names its hash; a test compares them.
sha256sum "$model/languages.ftz"
echo "Models without some languages are in $work"
