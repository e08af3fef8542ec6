import type { FrameMessage } from "../protocol";

/** Tells how high the page is, now and whenever that changes. */
export function tellSize(send: (message: FrameMessage) => void): void {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    send({ type: "event", name: "size", detail: { height } });
  });
  observer.observe(document.body);
}
