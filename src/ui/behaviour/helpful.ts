import type { Vote } from "./device-keys";
import type { DeviceStore } from "./device-store";

/** Connects "Did this help?": the answer is kept on this device only, and can be taken back. */
export function enableHelpful(article: string, store: DeviceStore): void {
  const box = document.querySelector<HTMLElement>("[data-helpful]");
  const ask = box?.querySelector<HTMLElement>("[data-helpful-ask]");
  const reasons = box?.querySelector<HTMLFieldSetElement>("[data-helpful-reasons]");
  const undo = box?.querySelector<HTMLElement>("[data-vote=none]");
  if (!box || !ask || !reasons || !undo) return;

  const show = (vote: Vote | undefined) => {
    ask.hidden = vote !== undefined;
    undo.hidden = vote === undefined;
    reasons.hidden = vote?.helped !== false;
    for (const line of box.querySelectorAll<HTMLElement>("[data-given]")) {
      line.hidden = vote === undefined || (line.dataset.given === "yes") !== vote.helped;
    }
    for (const input of reasons.querySelectorAll("input")) input.checked = input.value === vote?.reason;
  };
  const keep = (vote: Vote | undefined) => {
    const { [article]: _, ...others } = store.get("votes") ?? {};
    store.set("votes", vote ? { ...others, [article]: vote } : others);
    show(vote);
  };

  show(store.get("votes")?.[article]);
  box.addEventListener("click", ({ target }) => {
    const choice = target instanceof Element ? target.closest<HTMLElement>("[data-vote]")?.dataset.vote : undefined;
    if (choice === undefined) return;
    keep(choice === "none" ? undefined : { helped: choice === "yes", at: Date.now() });
    // The button that was pressed is gone: the keyboard goes on from its successor.
    (choice === "none" ? ask.querySelector("button") : undo)?.focus();
  });
  reasons.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) keep({ helped: false, reason: target.value, at: Date.now() });
  });
}
