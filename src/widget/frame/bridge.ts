import { signOut } from "../../client/sign-out";
import { onTold } from "../../ui/behaviour/tell";
import { isUnlocked } from "../../ui/sealed/is-unlocked";
import type { SiteDocument } from "../../ui/turning/site-document";
import type { FrameMessage, HostMessage } from "../protocol";
import { type Frame, homeOf } from "./frame";
import { focusEnd } from "./keys";
import { readMessage } from "./read-message";
import { createLookShower } from "./show-look";
import { suggest } from "./suggest";
import { takeFocus } from "./take-focus";
import { unlock } from "./unlock";
import { createViews } from "./views";

/** Carries out what the host asks through its port, and tells it what happens. @returns what tells it more */
export function createBridge(port: MessagePort, site: SiteDocument, frame: Frame): (message: FrameMessage) => void {
  const send = (message: FrameMessage) => port.postMessage(message);
  const showLook = createLookShower();
  const views = createViews(site, frame.turner);
  // As it is now: of what is open.
  const { loadClient } = site;
  let hasKey = false;
  /** What a person has unlocked is theirs: the host hears nothing of it, unless it has the key itself. */
  const isTheirs = () => isUnlocked() && !hasKey;

  const answer = async (id: number, work: () => Promise<unknown>) => {
    try {
      send({ type: "reply", id, value: await work() });
    } catch (reason) {
      send({ type: "refused", id, reason: reason instanceof Error ? reason.message : String(reason) });
    }
  };

  const carryOut = (message: HostMessage): void => {
    switch (message.type) {
      case "show":
        void views.show(message.view).then(takeFocus);
        return;
      case "visible":
        if (message.visible) void views.settled().then(takeFocus);
        return;
      case "focus":
        focusEnd(message.at);
        return;
      case "look":
        showLook(message.look);
        return;
      case "context":
        site.facts.set(message.context);
        return;
      case "suggest":
        void answer(message.id, async () => {
          const client = await (isTheirs() ? loadClient : site.loadClient)();
          const articles = await suggest(message.hint, site.page.value, client);
          frame.suggest(articles);
          return articles;
        });
        return;
      case "unlock":
        void answer(message.id, async () => {
          await unlock(site, message.key);
          hasKey = true;
        });
        return;
      case "sign-out":
        site.facts.set({});
        void answer(message.id, async () => {
          await signOut(site.page.value.base);
          // What is in memory goes with the document; the same article again would be kept as read.
          setTimeout(() => location.replace(homeOf(site.page.value)));
        });
        return;
      default:
        message satisfies never;
    }
  };

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message) carryOut(message);
  };
  onTold((told) => {
    if (told.name !== "answered" || !isTheirs()) send({ type: "event", ...told });
  });
  return send;
}
