import type { Availability, ListenOptions, Recognition } from "../../../../src/ui/speech/recognition";

/** A recogniser that hears what the test says. */
export function fakeRecognition(known: Readonly<Record<string, Availability>>, installs = true) {
  const sessions: ListenOptions[] = [];
  const installed: string[] = [];
  let stopped = 0;
  const recognition: Recognition = {
    onDevice: async (lang) => known[lang] ?? "unavailable",
    install: async (lang) => {
      installed.push(lang);
      return installs;
    },
    listen(options) {
      sessions.push(options);
      return () => {
        stopped += 1;
        options.onEnd();
      };
    },
  };
  return { recognition, sessions, installed, last: () => sessions.at(-1)!, stopped: () => stopped };
}
