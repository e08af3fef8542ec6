import { minimise } from "./lbfgs";

/** Where the gradient is this flat, hardly a prediction changes any more. */
const TOLERANCE = 1e-2;
const ITERATIONS = 100;

export interface Labelled {
  readonly row: Float32Array;
  /** From 0 to one less than there are classes. */
  readonly label: number;
}

/** The class of a row, by its number. */
export type Classifier = (row: Float32Array) => number;

/**
 * Multinomial logistic regression as scikit-learn's `LogisticRegression` has it by default: the sum of the log losses
 * plus half the squared weights (C = 1), the intercepts not counted among them.
 */
export function logisticRegression(examples: readonly Labelled[], classes: number): Classifier {
  const padded = examples.map(({ row, label }) => ({ row: inFours(row), label }));
  const size = padded[0]?.row.length ?? 0;
  /** Of each class the weights, then the intercept. */
  const width = size + 1;
  const found = new Float64Array(classes);

  const scores = (weights: Float64Array, row: Float64Array): Float64Array => {
    for (let k = 0; k < classes; k++) {
      const start = k * width;
      let [a, b, c, d] = [weights[start + size] as number, 0, 0, 0];
      // Four sums at a time: none has to wait for the one before.
      for (let n = 0; n < size; n += 4) {
        a += (weights[start + n] as number) * (row[n] as number);
        b += (weights[start + n + 1] as number) * (row[n + 1] as number);
        c += (weights[start + n + 2] as number) * (row[n + 2] as number);
        d += (weights[start + n + 3] as number) * (row[n + 3] as number);
      }
      found[k] = a + b + c + d;
    }
    return found;
  };

  const lossAt = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let at = 0; at < weights.length; at++) {
      const weight = at % width === size ? 0 : (weights[at] as number);
      gradient[at] = weight;
      loss += (weight * weight) / 2;
    }
    for (const { row, label } of padded) {
      const own = scores(weights, row);
      const most = own.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
      const total = own.reduce((sum, score) => sum + Math.exp(score - most), 0);
      loss += Math.log(total) + most - (own[label] as number);
      for (let k = 0; k < classes; k++) {
        const error = Math.exp((own[k] as number) - most) / total - (k === label ? 1 : 0);
        const start = k * width;
        for (let n = 0; n < size; n++)
          gradient[start + n] = (gradient[start + n] as number) + error * (row[n] as number);
        gradient[start + size] = (gradient[start + size] as number) + error;
      }
    }
    return loss;
  };

  const weights = minimise(lossAt, new Float64Array(classes * width), TOLERANCE, ITERATIONS);
  return (row) => {
    const own = scores(weights, inFours(row));
    return own.indexOf(Math.max(...own));
  };
}

/** With zeros up to a multiple of four numbers. */
function inFours(row: Float32Array): Float64Array {
  const padded = new Float64Array(Math.ceil(row.length / 4) * 4);
  padded.set(row);
  return padded;
}
