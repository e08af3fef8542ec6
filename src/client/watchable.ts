/** A value that can be watched. A Preact signal fits; so does {@link watchable}, which needs no library. */
export interface Watchable<T> {
  readonly value: T;
  /** Calls back with the value as it is and on every change. @returns a function that ends it */
  subscribe(callback: (value: T) => void): () => void;
}

export interface Settable<T> extends Watchable<T> {
  set(value: T): void;
}

/** Callbacks run only when the value really changes. */
export function watchable<T>(initial: T): Settable<T> {
  const callbacks = new Set<(value: T) => void>();
  let current = initial;
  return {
    get value() {
      return current;
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const callback of [...callbacks]) callback(value);
    },
    subscribe(callback) {
      callbacks.add(callback);
      callback(current);
      return () => callbacks.delete(callback);
    },
  };
}
