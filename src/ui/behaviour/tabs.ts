import type { DeviceStore } from "./device-store";
import { fragmentId } from "./fragment";
import type { PageVisit } from "./page-visit";

interface TabGroup {
  /** Labels joined: groups with the same labels move together. */
  readonly key: string;
  readonly labels: readonly string[];
  select(label: string): void;
}

/** Turns titled parts into tabs (ARIA tabs pattern), synchronised by label and remembered. */
export function enableTabs(prose: Element, store: DeviceStore, { address, lifetime }: PageVisit): void {
  const groups: TabGroup[] = [];
  const choose = (from: TabGroup, label: string, near: Element) => {
    // Groups above change height; the one under the pointer stays where it is.
    const top = near.getBoundingClientRect().top;
    for (const group of groups) if (group.labels.includes(label)) group.select(label);
    scrollBy({ top: near.getBoundingClientRect().top - top, behavior: "instant" });
    store.set("tabs", { ...store.get("tabs"), [from.key]: label });
  };
  prose.querySelectorAll<HTMLElement>(".tabs").forEach((element, index) => {
    const group = upgrade(element, index, choose);
    if (group) groups.push(group);
  });
  const remembered = store.get("tabs") ?? {};
  for (const group of groups) {
    const label = remembered[group.key];
    if (label !== undefined && group.labels.includes(label)) group.select(label);
  }
  const reveal = () => revealTarget(address.url.hash);
  reveal();
  addEventListener("hashchange", reveal, { signal: lifetime });
}

type Choose = (group: TabGroup, label: string, near: Element) => void;

function upgrade(element: HTMLElement, index: number, choose: Choose): TabGroup | undefined {
  const panels = [...element.children].filter((child): child is HTMLElement => child.matches(".tab"));
  if (panels.length < 2) return undefined;
  const labels = panels.map((panel) => panel.dataset.label ?? panel.querySelector(".tab-label")?.textContent ?? "");
  const list = document.createElement("div");
  list.className = "tab-list";
  list.setAttribute("role", "tablist");
  const buttons = panels.map((panel, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = `ph-tab-${index}-${i}`;
    button.textContent = labels[i] ?? "";
    button.setAttribute("role", "tab");
    panel.id ||= `ph-panel-${index}-${i}`;
    button.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", button.id);
    panel.tabIndex = 0;
    return button;
  });
  list.append(...buttons);
  element.prepend(list);
  element.classList.add("ready");

  const show = (chosen: number) => {
    panels.forEach((panel, i) => {
      panel.hidden = i !== chosen;
      buttons[i]?.setAttribute("aria-selected", String(i === chosen));
      if (buttons[i]) buttons[i].tabIndex = i === chosen ? 0 : -1;
    });
  };
  const group: TabGroup = {
    key: labels.join("|"),
    labels,
    select: (label) => show(labels.indexOf(label)),
  };
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => {
      show(i);
      choose(group, labels[i] ?? "", list);
    });
  });
  list.addEventListener("keydown", (event) => {
    const next = nextTab(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
    buttons[next]?.click();
  });
  // A link to a heading inside a hidden part opens that part.
  element.addEventListener("tab-reveal", ({ target }) => {
    show(panels.findIndex((panel) => target instanceof Node && panel.contains(target)));
  });
  show(0);
  return group;
}

/** Where a key leads from a tab; right-to-left pages swap the arrows. */
export function nextTab(key: string, from: number, count: number, rtl = isRtl()): number | undefined {
  const forward = rtl ? "ArrowLeft" : "ArrowRight";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return (from + 1) % count;
  if (key === back) return (from - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

function isRtl(): boolean {
  return document.documentElement.dir === "rtl";
}

function revealTarget(hash: string): void {
  const target = document.getElementById(fragmentId(hash));
  const hidden = target?.closest(".tab[hidden]");
  if (!target || !hidden) return;
  target.dispatchEvent(new Event("tab-reveal", { bubbles: true }));
  target.scrollIntoView();
}
