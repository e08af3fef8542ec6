/** Writes the gradient at a point. @returns the value there */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Steps that are remembered to estimate curvature. */
const MEMORY = 10;
const SUFFICIENT = 1e-4;

interface Pair {
  /** Between two points and between their gradients. */
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

/**
 * Minimises a smooth convex function by limited-memory BFGS (Nocedal and Wright, algorithm 7.5) with backtracking.
 *
 * @param tolerance stops when no part of the gradient is larger
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  tolerance: number,
  iterations: number,
): Float64Array {
  let point = start;
  let gradient: Float64Array = new Float64Array(point.length);
  let value = objective(point, gradient);
  const pairs: Pair[] = [];
  for (let n = 0; n < iterations && largest(gradient) > tolerance; n++) {
    const direction = descent(gradient, pairs);
    const slope = dot(direction, gradient);
    const nextGradient = new Float64Array(point.length);
    // Without a past the gradient's length says nothing about that of the step.
    let length = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = along(point, direction, length);
    let nextValue = objective(next, nextGradient);
    while (nextValue > value + SUFFICIENT * length * slope && length > 1e-10) {
      length /= 2;
      next = along(point, direction, length);
      nextValue = objective(next, nextGradient);
    }
    const step = along(next, point, -1);
    const change = along(nextGradient, gradient, -1);
    const curvature = dot(step, change);
    if (curvature > 0) pairs.push({ step, change, curvature });
    if (pairs.length > MEMORY) pairs.shift();
    [point, gradient, value] = [next, nextGradient, nextValue];
  }
  return point;
}

/** The gradient, turned and scaled by what earlier steps tell of the curvature; downhill. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  let direction: Float64Array = Float64Array.from(gradient, (value) => -value);
  const shares: number[] = [];
  for (const { step, change, curvature } of [...pairs].reverse()) {
    const share = dot(step, direction) / curvature;
    shares.push(share);
    direction = along(direction, change, -share);
  }
  const last = pairs.at(-1);
  const scale = last ? last.curvature / dot(last.change, last.change) : 1;
  direction = direction.map((value) => value * scale);
  for (const { step, change, curvature } of pairs) {
    direction = along(direction, step, (shares.pop() ?? 0) - dot(change, direction) / curvature);
  }
  return direction;
}

function along(from: Float64Array, direction: Float64Array, length: number): Float64Array {
  const to = new Float64Array(from.length);
  for (let n = 0; n < to.length; n++) to[n] = (from[n] as number) + length * (direction[n] as number);
  return to;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += (a[n] as number) * (b[n] as number);
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
