import { useEffect, useState } from "preact/hooks";

/** What a function loads, once it is there; what does not arrive was an extra. A new function loads anew. */
export function useLoaded<T>(load: (() => Promise<T>) | undefined): T | undefined {
  const [loaded, setLoaded] = useState<{ readonly by: unknown; readonly value: T }>();
  useEffect(() => {
    let gone = false;
    load?.().then(
      (value) => {
        if (!gone) setLoaded({ by: load, value });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return loaded?.by === load ? loaded?.value : undefined;
}
