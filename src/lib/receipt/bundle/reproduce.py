"""Retrains the run that receipt.json claims, and tells whether the claim holds.

    python3 reproduce.py                retrain, and compare with the claim
    python3 reproduce.py FOLDER         take receipt.json and penguins.csv from another folder
    python3 reproduce.py --new FOLDER   make a run of your own (change the manifest in receipt.json first),
                                        save it in FOLDER, and re-run it from there
    python3 reproduce.py --help         print this

On Windows, write py for python3. In a notebook, in the bundle's folder: exec(open("reproduce.py").read())

Exit code: 0 the claim holds; 1 it is refuted; 2 undecided, or a bundle that cannot be re-run.

It needs Python 3.8 or newer and nothing else: no packages, no network. It was written from the trainer's
description and not from the trainer's code, so that a match means more than one program agreeing with itself.
Read it from top to bottom: first the experiment as a whole, then training, data, random numbers, arithmetic.
"""
import errno
import hashlib
import json
import math
import os
import platform
import re
import struct
import sys
from array import array
from collections import namedtuple


def main(folder, new_folder=None):
    """The experiment, as the lesson's execution sample has it. The maker of the receipt has done its first
    part, which --new does here.
    """
    if new_folder:
        expect_nothing_in(new_folder)  # before the training, which may take a minute
        data, params, _ = load_environment(folder, claim=False)
        run_1 = train_model(data, params)
        results_1 = evaluate_model(run_1)
        save_environment(new_folder, data, params, results_1)
        folder = new_folder

    # later, perhaps on another machine
    data, params, results_1 = load_environment(folder)
    announce(params, results_1)
    run_2 = train_model(data, params)
    results_2 = evaluate_model(run_2)
    return compare(results_1, results_2, params)


# ---- What goes into a bundle, and what a re-run says of it -------------------------------------------------

def save_environment(folder, data, params, results):
    """Writes down what a run depended on, and its result. A result alone can be believed or not; with what it
    depended on, it can be repeated.
    """
    receipt = {"version": 1, "trainer": "1", "manifest": params, "result": results}
    if params["environment"]["math"] == "platform":  # another engine may get another result: say whose this is
        engine = "%s on %s %s" % (this_python(), platform.system(), platform.machine())
        receipt.update(version=2, engine=plain(engine)[:120])
    line = json.dumps(receipt, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    write_file(folder, "penguins.csv", data)
    write_file(folder, "receipt.json", line.encode("utf-8"))


def load_environment(folder, claim=True):
    """Reads a bundle: its data, its manifest, and the result that it claims, with what else is said of it.
    Raises Refused, with a sentence that says what is wrong, when anything in it is not as it must be.
    claim: whether the result has to fit the manifest; not where the manifest was changed, for a new run.
    """
    receipt = parse_receipt(read_file(folder, "receipt.json"), claim)
    data = read_file(folder, "penguins.csv")
    params = receipt["manifest"]
    if sha256(data) != params["data"]["sha256"]:
        if sha256(data.replace(b"\r\n", b"\n")) == params["data"]["sha256"]:
            raise Refused("penguins.csv has the data of this run, but its line ends were changed, as Git and editors "
                          "do on Windows: unpack the bundle again.")
        raise Refused("penguins.csv is not the data of this run: its SHA-256 is %s, and the receipt names %s."
                      % (sha256(data), params["data"]["sha256"]))
    return data, params, dict(receipt["result"], engine=receipt.get("engine"), unchecked=unchecked(receipt))


def unchecked(receipt):
    """The fields of a receipt that a re-run cannot tell of: whatever stands there, it computes the same."""
    notes = [("code", "comment")]
    notes += [("environment", name) for name in ("name", "library", "host", "timeZone", "user")]
    there = [part + "." + name for part, name in notes if name in receipt["manifest"][part]]
    return there + [name for name in ("prediction", "engine") if name in receipt]


def this_python():
    return "%s %s" % (platform.python_implementation(), platform.python_version())


def announce(params, results_1):
    """Says what is about to be done: the largest manifests take a minute."""
    say("Retraining %(epochs)d epochs of %(hiddenUnits)d hidden units" % params["code"]
        + " with seed %(seed)d" % params["environment"]
        + " on %s ..." % this_python())
    if params["environment"]["math"] == "platform":
        say("Claimed by %s, with the exp and tanh of its platform."
            % (results_1["engine"] or "an engine that is not named"))
    say()


def compare(results_1, results_2, params):
    """Prints both results side by side, and what that says of the claim. Returns the exit code."""
    say("%-12s %-32s  %s" % ("", "claimed", "re-run"))
    for row in zip(("accuracy", "weights", "", "predictions", ""), lines_of(results_1), lines_of(results_2)):
        say("%-12s %-32s  %s" % row)
    say()
    parts = [("accuracy", "accuracy"), ("digest", "weights"), ("predictionsDigest", "predictions")]
    same = [word for field, word in parts if results_1[field] == results_2[field]]
    differing = [word for _, word in parts if word not in same]
    exit_code = conclude(find(same, params))
    if differing:
        say("Different: %s. The same: %s." % (", ".join(differing), ", ".join(same) or "nothing"))
    say("Not checked, because a re-run cannot tell: %s." % ", ".join(results_1["unchecked"]))
    return exit_code


def lines_of(results):
    """How a result is shown: a digest in two lines, to fit beside the other."""
    weights, predictions = results["digest"], results["predictionsDigest"]
    return ["%(correct)d of %(total)d" % results["accuracy"],
            weights[:32], weights[32:], predictions[:32], predictions[32:]]


def find(same, params):
    """What a re-run says of a claim, by the parts of the result that are the same."""
    # Whatever the engine: equal weights answer every penguin equally, and equal answers are as often right.
    if "weights" in same and "predictions" not in same:
        return "other-predictions"
    if "predictions" in same and "accuracy" not in same:
        return "other-accuracy"
    if "weights" in same:
        return "identical"
    if params["environment"]["math"] == "portable":
        return "other-result"
    return "platform-bits" if "predictions" in same else "platform-result"


FINDINGS = {  # exit code, verdict, reason
    "identical": (
        0, "Identical: the claim holds, down to the last bit",
        "Weights, predictions and accuracy are all as claimed."),
    "platform-bits": (
        0, "Equivalent: the claim holds, but the bits differ",
        "Every prediction is as claimed, and only the weights have other bits. This run uses the exp and tanh "
        "of its platform, and platforms differ in them."),
    "other-result": (
        1, "Refuted: this run does not give this result",
        "With portable math, the same manifest gives the same bits everywhere. Here it gave a different result, "
        "so the claim is wrong."),
    "other-predictions": (
        1, "Refuted: the claim contradicts itself",
        "The weights are as claimed, and equal weights answer every penguin equally. So the claimed "
        "predictions cannot come from these weights."),
    "other-accuracy": (
        1, "Refuted: the claim contradicts itself",
        "The predictions are as claimed, and equal predictions are equally often right. So the claimed "
        "accuracy is wrong."),
    "no-result": (
        1, "Refuted: no receipt can claim this run",
        "The training of this manifest ends without a result: the weights outgrow what a number can hold."),
    "platform-result": (
        2, "Undecided: another engine may have got this result",
        "This run uses the exp and tanh of its platform, and platforms differ in them. Here it gave a different "
        "result. That neither confirms nor refutes the claim."),
    "platform-no-result": (
        2, "Undecided: here the training ends without a result",
        "The weights outgrow what a number can hold. But this run uses the exp and tanh of its platform, and "
        "platforms differ in them. So the claim is neither confirmed nor refuted."),
}


def conclude(finding):
    exit_code, verdict, reason = FINDINGS[finding]
    say("%s.\n%s" % (verdict, reason))
    return exit_code


# ==== The trainer, from here to the receipt. It runs in MicroPython too ======================================


class NoResult(Exception):
    """A training whose numbers grow without bound, for anyone who trains the same: in which epoch, and the manifest."""


# What the training left, the rows that it is tested on, the mean and deviation of each input, and its arithmetic.
Run = namedtuple("Run", "weights test scales numbers")


def train_model(data, params, watch=None):
    """Trains one model by gradient descent. Nothing but data and params has a say in the result.

    data: the bytes of penguins.csv. params: the receipt's manifest, which has code, data and environment.
    watch: called after each epoch, with its number and how many there are to be.
    Raises NoResult when the numbers grow without bound.
    """
    code, environment = params["code"], params["environment"]
    numbers = choose_arithmetic(environment)
    training, test, scales = prepare(data, params, numbers.round)
    weights = initial_weights(code["hiddenUnits"], stream(environment["rng"], environment["seed"], INIT), numbers.round)

    shuffling = stream(environment["rng"], environment["seed"], SHUFFLE)
    order = list(range(len(training)))
    best, most_correct = weights, -1
    for epoch in range(1, code["epochs"] + 1):
        shuffle(order, shuffling)  # what the last epoch left: the order is never reset
        weights, loss = train_epoch(weights, [training[i] for i in order], params, numbers)
        if not all(map(math.isfinite, weights + [loss])):
            raise NoResult(epoch, params)
        if watch:
            watch(epoch, code["epochs"])
        if code["checkpoint"] == "best-on-test":  # choosing by the test set is a leak: this setting shows it
            correct = count_correct(predict(weights, test, numbers), test)
            if correct > most_correct:
                best, most_correct = weights, correct
    return Run(weights if code["checkpoint"] == "last" else best, test, scales, numbers)


def evaluate_model(run):
    """Tests a run's model on rows that it was not trained on. The digests are SHA-256: of the weights as
    little-endian float64, and of the predictions, a byte each (1 is MALE). One bit off, and they are others.
    """
    predictions = predict(run.weights, run.test, run.numbers)
    return {
        "accuracy": {"correct": count_correct(predictions, run.test), "total": len(run.test)},
        "digest": sha256(struct.pack("<%dd" % len(run.weights), *run.weights)),
        "predictionsDigest": sha256(bytes(predictions)),
    }


def sha256(content):
    """In hexadecimal digits."""
    return "".join(["%02x" % byte for byte in hashlib.sha256(content).digest()])


# ---- The model: 2 inputs -> hidden tanh units -> 1 sigmoid ------------------------------------------------

# Its weights are one list: two of each hidden unit on the inputs, the units' biases, the units' weights on the
# output, and the bias of that. A gradient is such a list too: for each weight, how fast the loss grows with it.


def initial_weights(hidden_units, rng, r):
    """Uniform within +-sqrt(6 / (inputs + outputs)) of each layer (Glorot and Bengio 2010); biases are 0."""
    def draw(count, inputs_and_outputs):
        limit = math.sqrt(6 / inputs_and_outputs)
        return [r((next(rng) / 2**32 * 2 - 1) * limit) for _ in range(count)]

    first = draw(2 * hidden_units, 2 + hidden_units)
    return first + [0.0] * hidden_units + draw(hidden_units, hidden_units + 1) + [0.0]


def units_of(weights):
    """For each hidden unit: its weight on input 0, on input 1, its bias, and its weight on the output."""
    n = len(weights) // 4
    return list(zip(weights[0:2 * n:2], weights[1:2 * n:2], weights[2 * n:3 * n], weights[3 * n:]))


def forward(units, bias, inputs, numbers):
    """The output before the sigmoid, called logit, and the outputs of the hidden units.

    Every single operation is rounded, by r, and stands in a fixed order: a + (b + c) may not be (a + b) + c.
    """
    r, _, tanh = numbers
    x0, x1 = inputs
    z, hidden = bias, []
    for w0, w1, bias, out in units:
        h = r(tanh(r(r(r(w0 * x0) + r(w1 * x1)) + bias)))
        z = r(z + r(out * h))
        hidden.append(h)
    return z, hidden


def predict(weights, rows, numbers):
    """For each row 1 (MALE), which is a logit of 0 or more, or 0 (FEMALE)."""
    units = units_of(weights)
    return [1 if forward(units, weights[-1], inputs, numbers)[0] >= 0 else 0 for inputs, _, _ in rows]


def count_correct(predictions, rows):
    """How many predictions are the label of their row."""
    return len([1 for prediction, (_, label, _) in zip(predictions, rows) if prediction == label])


# ---- Training: batch by batch, against the gradient -------------------------------------------------------


def train_epoch(weights, rows, params, numbers):
    """Goes through all rows once, and moves the weights after each batch. Returns the new weights and the loss.

    The loss only shows whether numbers have outgrown their format. It leaves out ln(1 + exp(-|z|)), at most
    ln 2 a row, which cannot change that.
    """
    code, r = params["code"], numbers.round
    loss = 0.0
    for start in range(0, len(rows), code["batchSize"]):
        batch = rows[start:start + code["batchSize"]]
        # As if several workers each summed a part of the batch: the order of a sum decides its last bits.
        size = math.ceil(len(batch) / params["environment"]["gradientChunks"])
        gradient = [0.0] * len(weights)
        for chunk_start in range(0, len(batch), size):
            part, loss = sum_gradients(weights, batch[chunk_start:chunk_start + size], loss, numbers)
            gradient = [r(a + b) for a, b in zip(gradient, part)]
        weights = descend(weights, gradient, len(batch), code, r)
    return weights, loss


def sum_gradients(weights, rows, loss, numbers):
    """Adds up, over the rows, how the loss changes with each weight: back-propagation."""
    r, exp, _ = numbers
    units = units_of(weights)
    seen, bias_slope = [], 0.0
    for inputs, label, _ in rows:
        z, hidden = forward(units, weights[-1], inputs, numbers)
        # The sigmoid 1 / (1 + exp(-z)), in a form in which exp cannot overflow.
        q = r(exp(-z if z >= 0 else z))
        p = r((1.0 if z >= 0 else q) / r(1.0 + q))
        dz = r(p - label)
        bias_slope = r(bias_slope + dz)
        seen.append((inputs[0], inputs[1], dz, hidden))
        loss += max(z, 0.0) - label * z
    first, biases, second = [], [], []
    for j, (_, _, _, out) in enumerate(units):
        s0 = s1 = s2 = s3 = 0.0
        for x0, x1, dz, hidden in seen:
            h = hidden[j]
            da = r(r(dz * out) * r(1.0 - r(h * h)))
            s0 = r(s0 + r(da * x0))
            s1 = r(s1 + r(da * x1))
            s2 = r(s2 + da)
            s3 = r(s3 + r(dz * h))
        first += [s0, s1]
        biases.append(s2)
        second.append(s3)
    return first + biases + second + [bias_slope], loss


def descend(weights, gradient, count, code, r):
    """One step downhill by the mean gradient. Weight decay (l2) pulls weights towards 0, but not biases."""
    rate = r(code["learningRate"])
    step, decay = r(rate / count), r(rate * r(code["l2"]))
    n = len(weights) // 4
    biases = list(range(2 * n, 3 * n)) + [4 * n]
    moved = []
    for i, (w, slope) in enumerate(zip(weights, gradient)):
        move = r(step * slope)
        moved.append(r(w - (move if decay == 0 or i in biases else r(move + r(decay * w)))))
    return moved


# ---- The data: read, edited, split, standardised ----------------------------------------------------------

FEATURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


def parse_data(data):
    """The rows of penguins.csv in its order, with their number as id. None is what was not recorded."""
    rows = []
    columns, *lines = [line.split(",") for line in data.decode("utf-8").splitlines()]
    for number, values in enumerate(lines):
        row = dict(zip(columns, values))
        measured = {name: float(row[name]) if row[name] else None for name in FEATURES}
        rows.append(dict(measured, id=number, sex=row["sex"]))
    return rows


def prepare(data, params, r):
    """What a model is trained and tested on: lists of (inputs, label, id), where the label 1 is MALE. With them the
    mean and deviation of each input.
    """
    names, edits = params["data"]["features"], params["data"]["edits"]
    rows = make_edits("all", parse_data(data), edits)
    training, test = split(rows, params["data"]["splitSeed"], params["data"]["testSize"])
    training, test = make_edits("training", training, edits), make_edits("test", test, edits)
    # The scale comes from the training rows alone: the test rows must stay unknown to the model.
    ddof = params["environment"]["ddof"]
    scales = [mean_and_deviation([row[name] for row in training], ddof) for name in names]

    def example(row):
        inputs = [r((row[name] - mean) / deviation) for name, (mean, deviation) in zip(names, scales)]
        return inputs, 1 if row["sex"] == "MALE" else 0, row["id"]

    return [example(row) for row in training], [example(row) for row in test], scales


def renamed(sexes, ids=None):
    """An edit that writes another sex where one of these stands, in all rows or in those with these ids."""
    return lambda rows: [dict(row, sex=sexes.get(row["sex"], row["sex"])) if ids is None or row["id"] in ids else row
                         for row in rows]


SWAPPED = {"MALE": "FEMALE", "FEMALE": "MALE"}

# For each edit, which rows it changes and how: all as they stand in the file, or one side of the split.
EDITS = {
    "rows-reversed": ("training", lambda rows: rows[::-1]),
    "rows-swapped": ("training", lambda rows: [rows[1], rows[0]] + rows[2:]),
    "row-duplicated": ("training", lambda rows: rows + [rows[0]]),
    "dot-as-female": ("all", renamed({".": "FEMALE"})),  # recorded as a mere dot; guessed, it is one more usable row
    "training-labels-flipped": ("training", renamed(SWAPPED, [48, 99, 149, 210, 301])),
    "test-labels-corrected": ("test", renamed(SWAPPED, [119, 169, 201, 293, 342])),
}


def make_edits(which, rows, names):
    for name in names:
        concerned, edit = EDITS[name]
        rows = edit(rows) if concerned == which else rows
    return rows


def split(rows, seed, test_size):
    """Shuffles all row numbers, drops unusable rows, and cuts the rest into training and test rows, by id.

    Dropping first would renumber the rest: one more usable row would then move most of the test set.
    """
    order = list(range(len(rows)))
    shuffle(order, stream("xoshiro128**", seed, SPLIT))  # whatever generator trains: the split stays
    usable = [i for i in order if rows[i]["sex"] in ("MALE", "FEMALE") and None not in rows[i].values()]
    return [rows[i] for i in sorted(usable[test_size:])], [rows[i] for i in sorted(usable[:test_size])]


def mean_and_deviation(values, ddof):
    """ddof is what is taken from the count: 0 for a population, 1 for a sample of one."""
    mean = total(values) / len(values)
    squares = total([(value - mean) * (value - mean) for value in values])
    return mean, math.sqrt(squares / (len(values) - ddof))


def total(values):
    """Adds in order. Python's own sum() corrects for rounding since 3.12: its last bits are others."""
    result = 0.0
    for value in values:
        result += value
    return result


# ---- Random numbers: all from a seed, and the same everywhere ---------------------------------------------

# Set apart by XOR, one seed gives a stream for each purpose: drawing from one never moves another.
# In ASCII these are SPLT, INIT and SHUF.
SPLIT, INIT, SHUFFLE = 0x53504C54, 0x494E4954, 0x53485546
WORD = 0xFFFFFFFF


def stream(generator, seed, purpose):
    """An endless iterator over whole numbers from 0 to 2**32 - 1."""
    return {"xoshiro128**": xoshiro128, "pcg32": pcg32, "mt19937": mt19937}[generator](seed ^ purpose)


def shuffle(values, rng):
    """Fisher-Yates, in place, from the last position down."""
    for i in range(len(values) - 1, 0, -1):
        n = i + 1
        draw = next(rng)
        while draw >= 2**32 - 2**32 % n:  # the last, incomplete round of remainders would favour small ones
            draw = next(rng)
        values[i], values[draw % n] = values[draw % n], values[i]


def xoshiro128(seed):
    """xoshiro128** 1.1, Blackman and Vigna, prng.di.unimi.it. Its state is filled by splitmix32: Steele, Lea and
    Flood (2014), with 32-bit constants.
    """
    def rotate(x, bits):
        return (x << bits | x >> (32 - bits)) & WORD

    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B9) & WORD
        mixed = (seed ^ seed >> 16) * 0x21F0AAAD & WORD
        mixed = (mixed ^ mixed >> 15) * 0x735A2D97 & WORD
        state.append(mixed ^ mixed >> 15)
    a, b, c, d = state
    while True:
        yield rotate(b * 5 & WORD, 7) * 9 & WORD
        shifted = b << 9 & WORD
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = rotate(d, 11)


def pcg32(seed, sequence=54):
    """PCG32 (XSH-RR 64/32), O'Neill, pcg-random.org."""
    multiplier, increment, mask = 6364136223846793005, sequence << 1 | 1, 2**64 - 1
    state = ((increment + seed) * multiplier + increment) & mask
    while True:
        word, turn = (state >> 18 ^ state) >> 27 & WORD, state >> 59
        yield (word >> turn | word << (-turn & 31)) & WORD
        state = (state * multiplier + increment) & mask


def mt19937(seed):
    """The Mersenne Twister, Matsumoto and Nishimura (2002), filled by its authors' init_genrand. Python's own random
    module is this generator too, but fills it in another way.
    """
    state = [seed]
    for i in range(1, 624):
        state.append((1812433253 * (state[-1] ^ state[-1] >> 30) + i) & WORD)
    while True:
        for i in range(624):  # the next 624 words, in place of the last
            pair = state[i] & 0x80000000 | state[(i + 1) % 624] & 0x7FFFFFFF
            state[i] = state[(i + 397) % 624] ^ pair >> 1 ^ (0x9908B0DF if pair & 1 else 0)
        for word in state:
            word ^= word >> 11
            word ^= word << 7 & 0x9D2C5680
            word ^= word << 15 & 0xEFC60000
            yield word ^ word >> 18


# ---- Arithmetic: machines agree on + - * / and sqrt, and on nothing finer ---------------------------------

Numbers = namedtuple("Numbers", "round exp tanh")


def choose_arithmetic(environment):
    """How results are rounded, and which exp and tanh are used."""
    rounding = to_float32 if environment["precision"] == "float32" else float  # Python's float is float64
    own = environment["math"] == "platform"
    return Numbers(rounding, math.exp if own else exp, math.tanh if own else tanh)


SINGLE = array("f", [0.0])


def to_float32(x):
    """The nearest number that has 32 bits. After + - * / of two such numbers: what 32-bit hardware gives."""
    SINGLE[0] = x
    return SINGLE[0]


def exp(x):
    """e**x with the same bits on every machine. Source: fdlibm 5.3 (Sun Microsystems 1993), e_exp.c."""
    if x > 709.782712893384:
        return math.inf
    if x < -745.1332191019411:
        return 0.0
    size = -x if x < 0 else x
    if size < 3.725290298461914e-9:  # 2 to the power of -28
        return 1.0 + x
    # x = k * ln 2 + r, and r is kept as high - low because one float is too coarse for it.
    k, high, low, r = 0, x, 0.0, x
    if size >= 0.3465735912322998:  # ln 2 / 2
        if size >= 1.0397205352783203:  # 3 * ln 2 / 2
            k = int(1.4426950408889634 * x + (-0.5 if x < 0 else 0.5))
        elif x == 1:
            return 2.718281828459045  # the polynomial would miss e by its last bit
        else:
            k = -1 if x < 0 else 1
        high = x - k * 0.6931471803691238
        low = k * 1.9082149292705877e-10
        r = high - low
    t = r * r
    c = r - t * (0.16666666666666602 + t * (-0.0027777777777015593 + t * (
        6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
    if k == 0:
        return 1.0 - ((r * c) / (c - 2.0) - r)
    y = 1.0 - (low - (r * c) / (2.0 - c) - high)
    if k == 1024:
        return y * 2.0 * math.ldexp(1.0, 1023)
    # Powers of two are exact; the smallest numbers are reached in two steps, so that they are rounded once.
    return y * math.ldexp(1.0, k) if k >= -1021 else y * math.ldexp(1.0, k + 1000) / math.ldexp(1.0, 1000)


def tanh(x):
    """tanh x from exp: odd, and exactly +-1 beyond 22, where a float cannot tell the difference."""
    size = -x if x < 0 else x
    value = 1.0 if size > 22 else 1.0 - 2.0 / (exp(2.0 * size) + 1.0)
    return -value if x < 0 else value


# ==== The receipt: a stranger's file, of which nothing is believed before it is checked ---------------------

LARGEST = 256 * 1024
Field = namedtuple("Field", "takes holds optional")


class Refused(Exception):
    """A bundle that cannot be re-run. The message is one sentence for the person who asked."""


def number(low, high, types=(int, float), kind="a number"):
    return Field("%s from %s to %s" % (kind, low, high),
                 lambda value: type(value) in types and float(low) <= value <= float(high), False)


def whole(low, high):
    return number(low, high, (int,), "a whole number")


def one_of(*options, why="", optional=False):
    """Types count too: in Python True is 1."""
    def holds(value):
        return any(type(value) is type(option) and value == option for option in options)
    return Field(" or ".join(map(json.dumps, options)) + why, holds, optional)


def text(pattern, takes, optional=True):
    return Field(takes, lambda value: type(value) is str and re.fullmatch(pattern, value, re.ASCII), optional)


def some_of(options, takes, count=None):
    def holds(value):
        return (type(value) is list and all(type(item) is str and item in options for item in value)
                and len(set(value)) == len(value) and count in (None, len(value)))
    return Field("%s of %s" % (takes, ", ".join(map(json.dumps, options))), holds, False)


def is_comment(value):
    """Neither control characters nor those that turn the direction of writing."""
    import unicodedata  # which MicroPython lacks, and the trainer does not need
    return (type(value) is str and 1 <= len(value) <= 80
            and not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in value))


NAME = r"[\w.-]{1,40}", "a name of 1 to 40 letters, digits, dots or dashes"
DIGEST = text("[0-9a-f]{64}", "a SHA-256 in 64 lower-case hexadecimal digits", optional=False)
PENGUINS_SHA256 = "e70c49495fd192cbd259f8028ecd623348a4151c86c26aeddade9073ae657420"

RECEIPT = {
    "version": one_of(1, 2, why=", the only versions that this script knows"),
    "trainer": one_of("1", why=", the only trainer that this script is"),
    "manifest": {
        "version": one_of(1),
        "code": {
            "hiddenUnits": whole(1, 64),
            "epochs": whole(1, 1000),
            "batchSize": whole(1, 344),
            "learningRate": number("0.000001", "100"),
            "l2": number("0", "1"),
            "checkpoint": one_of("last", "best-on-test"),
            "comment": Field("a line of 1 to 80 printable characters", is_comment, True),
        },
        "data": {
            "name": one_of("palmer-penguins"),
            "sha256": one_of(PENGUINS_SHA256),
            "features": some_of(FEATURES, "two different columns", 2),
            "target": one_of("sex"),
            "splitSeed": whole(0, WORD),
            "testSize": whole(1, 300),
            "edits": some_of(tuple(EDITS), "a list without repeats"),
        },
        "environment": {
            "name": text(*NAME, optional=False),
            "seed": whole(0, WORD),
            "rng": one_of("xoshiro128**", "pcg32", "mt19937"),
            "precision": one_of("float64", "float32"),
            "gradientChunks": whole(1, 64),
            "ddof": one_of(0, 1),
            "math": one_of("portable", "platform"),
            # Notes of the run's surroundings, which no computation reads.
            "library": text(r"\d{1,4}(\.\d{1,4}){2}", 'a version such as "1.4.0"'),
            "host": text(*NAME),
            "timeZone": text(r"(?=.{1,40}$)[A-Za-z][\w+-]*(/[\w+-]+)*", 'a time zone such as "Europe/Paris"'),
            "user": text(*NAME),
        },
    },
    "result": {
        "accuracy": {"correct": whole(0, 300), "total": whole(1, 300)},
        "digest": DIGEST,
        "predictionsDigest": DIGEST,
    },
    "prediction": one_of("match", "mismatch", optional=True),
    "engine": text("[ -~]{1,120}", "the name of an engine in 1 to 120 ASCII characters"),
}


def check(value, expected, path):
    """Raises Refused unless a value from the receipt is what the table above expects at its place."""
    if isinstance(expected, Field):
        if not expected.holds(value):
            raise Refused("receipt.json: %s is %s, but must be %s." % (path, show(value), expected.takes))
        return
    if type(value) is not dict:
        raise Refused("receipt.json: %s is %s, but must be an object." % (path, show(value)))
    for name, field in expected.items():
        inner = path + "." + name if path != "the receipt" else name
        if name in value:
            check(value[name], field, inner)
        elif isinstance(field, dict) or not field.optional:
            raise Refused("receipt.json: %s is missing." % inner)
    for name in value:
        if name not in expected:
            raise Refused("receipt.json: %s has an unknown field %s." % (path, show(name)))


def decode_text(content):
    """The text in these bytes, without the byte-order mark that some editors put before it."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or len(content) > 1 and (content[0] == 0) != (content[1] == 0):
        raise Refused("receipt.json is text in UTF-16, and a receipt is in UTF-8: save it again as UTF-8.")
    words = content.decode("utf-8")
    return words[1:] if words.startswith("\ufeff") else words


# Blanks that are none in JSON, and that editors and web pages put in place of those that are.
BLANKS = "\v\f\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200b))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
STRINGS_AND_BLANKS = r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[%s]' % BLANKS


def with_plain_blanks(words):
    """The same JSON with plain blanks between its strings; the strings stay as they are."""
    return re.sub(STRINGS_AND_BLANKS, lambda found: found[0] if found[0][0] == '"' else " ", words, flags=re.DOTALL)


def parse_receipt(content, claim=True):
    """The receipt in these bytes. Raises Refused unless all of it is as expected."""
    try:
        receipt = json.loads(with_plain_blanks(decode_text(content)), parse_int=json_number, parse_float=json_number,
                             parse_constant=no_number, object_pairs_hook=json_object)
        check(receipt, RECEIPT, "the receipt")
    except UnicodeDecodeError:
        raise Refused("receipt.json is not text in UTF-8.")
    except json.JSONDecodeError as error:
        raise Refused("receipt.json is not JSON, or not all of it: see line %d, column %d (%s)."
                      % (error.lineno, error.colno, error.msg))
    except RecursionError:
        raise Refused("receipt.json is nested too deeply to be a receipt.")
    accuracy, test_size = receipt["result"]["accuracy"], receipt["manifest"]["data"]["testSize"]
    if claim and accuracy["correct"] > accuracy["total"]:
        raise Refused("receipt.json: result.accuracy has more predictions right than predictions made.")
    if ("engine" in receipt) != (receipt["version"] == 2):
        raise Refused("receipt.json: engine is not in a receipt of version 2, or is in one of version 1.")
    if claim and accuracy["total"] != test_size:
        raise Refused("receipt.json: result.accuracy.total is %d, but manifest.data.testSize is %d."
                      % (accuracy["total"], test_size))
    return receipt


def json_number(digits):
    """JSON has one type of number: 16.0 is 16."""
    value = float(digits)
    return int(value) if value.is_integer() else value


def no_number(word):
    """Python would read NaN and Infinity; JSON has neither."""
    raise Refused("receipt.json is not JSON: %s is no number there." % word)


def json_object(pairs):
    """Python would take the last of two fields with the same name, and say nothing."""
    fields = {}
    for name, value in pairs:
        if name in fields:
            raise Refused("receipt.json has the field %s twice." % show(name))
        fields[name] = value
    return fields


def show(value):
    quoted = json.dumps(value)
    return quoted if len(quoted) <= 80 else quoted[:77] + "..."


# ---- Files, and the command line --------------------------------------------------------------------------


def read_file(folder, name):
    path = os.path.join(folder, name)
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Refused("%s cannot be read: %s. This script needs the whole bundle: unpack all of it in one folder."
                      % (path, reason(error)))
    if len(content) > LARGEST:
        raise Refused("%s is larger than 256 KB, and none that belongs here is." % path)
    return content


def expect_nothing_in(folder):
    """Raises Refused where a run that is there would be in the way of a new one."""
    for name in ("receipt.json", "penguins.csv"):
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            raise Refused("%s is there already: name a folder that is new." % path)
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise Refused("%s is no folder: name one that is new." % folder)


def write_file(folder, name, content):
    """Writes a new file, and never over one that is there."""
    path = os.path.join(folder, name)
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "xb") as file:
            file.write(content)
    except (OSError, ValueError) as error:
        raise Refused("%s cannot be written: %s." % (path, reason(error)))


def reason(error):
    return getattr(error, "strerror", None) or str(error)


def plain(words):
    """In ASCII, which every terminal can show: nothing that moves the cursor, or hides or turns what follows."""
    def shown(character):
        if " " <= character <= "~" or character == "\n":
            return character
        return ("\\u%04x" if character < "\U00010000" else "\\u{%x}") % ord(character)

    return "".join(map(shown, words))


def say(words=""):
    try:
        print(plain(words), flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python fails again when it ends
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise Refused("The output cannot be written: %s." % reason(error))
        # Nobody reads any longer, such as `head`: the exit code still tells.


def complain(words):
    try:
        print(plain(words), file=sys.stderr)
    except OSError:
        pass  # there is nowhere left to say it


def own_folder():
    """Where this script is; where it was read and not started, as in a notebook, the folder that one is in."""
    return os.path.dirname(os.path.abspath(__file__)) if "__file__" in globals() else os.getcwd()


def answer(arguments):
    """Does what the arguments ask for. Returns the exit code."""
    new_folder = None
    try:
        if "--help" in arguments or "-h" in arguments:
            say((__doc__ or "").strip())
            return 0
        if arguments[:1] == ["--new"]:
            if len(arguments) < 2:
                raise Refused("--new takes the folder to save in.")
            new_folder, arguments = arguments[1], arguments[2:]
        if len(arguments) > 1 or arguments[:1] and arguments[0].startswith("-"):
            raise Refused("There is no use for %s; see --help." % show(arguments[-1]))
        return main(arguments[0] if arguments else own_folder(), new_folder)
    except NoResult as end:
        epoch, params = end.args
        if not new_folder:
            portable = params["environment"]["math"] == "portable"
            return conclude("no-result" if portable else "platform-no-result")
        raise Refused("In epoch %d the weights outgrow what a number can hold: lower code.learningRate or code.l2."
                      % epoch)


def command_line(arguments):
    """Runs what the arguments ask for, whatever happens. Returns the exit code."""
    try:
        return answer(arguments)
    except Refused as refusal:
        complain(" ".join(str(refusal).split()))
        return 2
    except KeyboardInterrupt:
        complain("Stopped before the end.")
        return 130
    except Exception:  # Python would end with 1, which says that a claim is refuted
        import traceback
        complain(traceback.format_exc())
        return 2


if __name__ == "__main__":
    # A session that goes on has arguments of its own, which are not meant for this, and must not be ended.
    if "__file__" not in globals() and (hasattr(sys, "ps1") or "IPython" in sys.modules):
        command_line([])
    else:
        sys.exit(command_line(sys.argv[1:]))
