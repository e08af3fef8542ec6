import type { Recognition } from "./recognition";
import { regionalTags } from "./spoken-language";

/**
 * How a language can be dictated: on the device, on the device once the browser has downloaded something, or with the
 * browser's own service.
 */
export interface DictationWay {
  readonly kind: "device" | "download" | "service";
  /** What to ask the browser for. */
  readonly lang: string;
}

/**
 * The best way there is. On the device comes first, a download before a service.
 *
 * @param allowService whether the sound may be sent to the browser's own service
 * @param preferred the reader's languages, best first
 */
export async function findDictationWay(
  recognition: Recognition,
  lang: string,
  allowService: boolean,
  preferred?: readonly string[],
): Promise<DictationWay | undefined> {
  const tags = regionalTags(lang, preferred);
  const known = await Promise.all(tags.map(async (tag) => ({ tag, answer: await recognition.onDevice(tag) })));
  const ready = known.find(({ answer }) => answer === "available");
  if (ready) return { kind: "device", lang: ready.tag };
  const soon = known.find(({ answer }) => answer === "downloadable" || answer === "downloading");
  if (soon) return { kind: "download", lang: soon.tag };
  return allowService && tags[0] !== undefined ? { kind: "service", lang: tags[0] } : undefined;
}
