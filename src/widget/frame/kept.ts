import { serviceWorkers } from "../../client/offline/service-worker";
import type { EmbedStrings } from "../../ui/strings/embed-en";

/**
 * Whether this browser refuses to keep anything for the frame: third-party frames whose storage is blocked, frames that
 * are sandboxed. What a browser keeps apart for one host (partitioned) counts as kept.
 */
export async function keepsNothing(): Promise<boolean> {
  if (!keepsSettings()) return true;
  return !(await opensDatabase()) && serviceWorkers() === undefined;
}

function keepsSettings(): boolean {
  try {
    localStorage.setItem("ph-probe", "1");
    localStorage.removeItem("ph-probe");
    return true;
  } catch {
    return false;
  }
}

function opensDatabase(): Promise<boolean> {
  return new Promise((done) => {
    try {
      const name = "ph-probe";
      const request = indexedDB.open(name);
      request.onerror = () => done(false);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(name);
        done(true);
      };
    } catch {
      done(false);
    }
  });
}

/** One line at the foot of the page. */
export function showNotKept(words: EmbedStrings): void {
  const foot = document.querySelector(".site-footer-inner");
  if (!foot || document.getElementById("ph-not-kept")) return;
  const line = document.createElement("p");
  line.id = "ph-not-kept";
  line.className = "frame-not-kept";
  line.textContent = words.notKept;
  foot.prepend(line);
}
