/**
 * Runs once the browser knows any voice: at once, late, or never. Small enough for a page's own script, so that nothing
 * else is fetched where nothing can be spoken.
 */
export function whenVoices(run: () => void, lifetime?: AbortSignal): void {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis) return;
  if (synthesis.getVoices().length > 0) run();
  else
    synthesis.addEventListener?.("voiceschanged", () => whenVoices(run, lifetime), {
      once: true,
      ...(lifetime && { signal: lifetime }),
    });
}
