/**
 * What a developer might train this model with instead, on the same rows and for as many epochs. They are a package
 * of their own: `npm install --prefix tests/bench/peers`.
 */
import { createRequire } from 'node:module';

/** What there is to train on. */
export interface Task {
  readonly inputs: readonly (readonly [number, number])[];
  readonly labels: readonly number[];
  readonly hiddenUnits: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

export interface Peer {
  readonly name: string;
  /** In what it differs from what we train; nothing where it can do the same. */
  readonly differs: string;
  /** Trains once from fresh weights. */
  train(): Promise<void> | void;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- packages that the app does not install have no types here
type Package = any;

const require = createRequire(new URL('./package.json', import.meta.url));

/** Chance is part of what peers do: none of them can be seeded alike. */
function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

async function tensorFlow(backend: 'cpu' | 'wasm', task: Task): Promise<Peer[]> {
  const tf: Package = require('@tensorflow/tfjs');
  if (backend === 'wasm') require('@tensorflow/tfjs-backend-wasm');
  const use = async (): Promise<void> => {
    if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} backend here`);
    await tf.ready();
  };
  const { inputs, labels, hiddenUnits, epochs, batchSize, learningRate } = task;

  const byHand = async (): Promise<void> => {
    await use();
    const weights = [
      tf.variable(tf.randomUniform([2, hiddenUnits], -0.77, 0.77)),
      tf.variable(tf.zeros([hiddenUnits])),
      tf.variable(tf.randomUniform([hiddenUnits, 1], -0.81, 0.81)),
      tf.variable(tf.zeros([1]))
    ];
    const [w1, b1, w2, b2] = weights;
    const optimizer = tf.train.sgd(learningRate);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = shuffled(inputs.length);
      for (let start = 0; start < order.length; start += batchSize) {
        const rows = order.slice(start, start + batchSize);
        tf.tidy(() => {
          const x = tf.tensor2d(rows.map((row) => inputs[row]));
          const y = tf.tensor2d(rows.map((row) => [labels[row]]));
          optimizer.minimize(() =>
            tf.losses.sigmoidCrossEntropy(y, x.matMul(w1).add(b1).tanh().matMul(w2).add(b2))
          );
        });
      }
    }
    await w1.data();
    tf.dispose(weights);
    optimizer.dispose();
  };

  const byFit = async (): Promise<void> => {
    await use();
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [2], units: hiddenUnits, activation: 'tanh' }),
        tf.layers.dense({ units: 1, activation: 'sigmoid' })
      ]
    });
    const optimizer = tf.train.sgd(learningRate);
    model.compile({ optimizer, loss: 'binaryCrossentropy' });
    const x = tf.tensor2d(inputs);
    const y = tf.tensor2d(labels.map((label) => [label]));
    await model.fit(x, y, { epochs, batchSize, shuffle: true, verbose: 0, yieldEvery: 'never' });
    tf.dispose([x, y]);
    model.dispose();
    optimizer.dispose();
  };

  const differs = 'float32';
  const name = `TensorFlow.js ${tf.version.tfjs}, ${backend}`;
  return [
    { name: `${name}, minimize by hand`, differs, train: byHand },
    { name: `${name}, model.fit`, differs, train: byFit }
  ];
}

function brain({ inputs, labels, hiddenUnits, epochs, learningRate }: Task): Peer[] {
  const { NeuralNetwork }: Package = require('brain.js');
  const rows = inputs.map((input, row) => ({ input: [...input], output: [labels[row]] }));
  return [
    {
      name: 'brain.js',
      differs: 'float32, batches of 1, sigmoid hidden units, squared error, no shuffling',
      train() {
        const network = new NeuralNetwork({ hiddenLayers: [hiddenUnits], activation: 'sigmoid' });
        network.train(rows, {
          iterations: epochs,
          errorThresh: 1e-9,
          learningRate,
          momentum: 1e-9,
          log: false
        });
      }
    }
  ];
}

function mlFnn({ inputs, labels, hiddenUnits, epochs, learningRate }: Task): Peer[] {
  const Network: Package = require('ml-fnn');
  const rows = inputs.map((input) => [...input]);
  return [
    {
      name: 'ml-fnn',
      differs: 'one batch of everything, so one step an epoch; softmax output, weight decay',
      train() {
        const network = new Network({
          hiddenLayers: [hiddenUnits],
          iterations: epochs,
          learningRate: learningRate / inputs.length,
          activation: 'tanh'
        });
        network.train(rows, labels);
      }
    }
  ];
}

function synaptic({ inputs, labels, hiddenUnits, epochs, learningRate }: Task): Peer[] {
  const { Architect, Trainer }: Package = require('synaptic');
  const rows = inputs.map((input, row) => ({ input: [...input], output: [labels[row]] }));
  return [
    {
      name: 'synaptic',
      differs: 'batches of 1, sigmoid hidden units',
      train() {
        const network = new Architect.Perceptron(2, hiddenUnits, 1);
        new Trainer(network).train(rows, { rate: learningRate, iterations: epochs, error: 0, shuffle: true });
      }
    }
  ];
}

/** @returns those that are installed and run here, and a sentence for each that does not. */
export async function installedPeers(task: Task): Promise<{ peers: Peer[]; missing: string[] }> {
  const peers: Peer[] = [];
  const missing: string[] = [];
  const makers: [name: string, make: () => Promise<Peer[]> | Peer[]][] = [
    ['TensorFlow.js, cpu', () => tensorFlow('cpu', task)],
    ['TensorFlow.js, wasm', () => tensorFlow('wasm', task)],
    ['brain.js', () => brain(task)],
    ['ml-fnn', () => mlFnn(task)],
    ['synaptic', () => synaptic(task)]
  ];
  for (const [name, make] of makers) {
    try {
      for (const peer of await make()) {
        try {
          await peer.train(); // warms it up, too
          peers.push(peer);
        } catch (error) {
          missing.push(`${peer.name} cannot train this: ${(error as Error).message.split('\n')[0]}`);
        }
      }
    } catch (error) {
      missing.push(`${name} is not installed, or does not load: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return { peers, missing };
}
