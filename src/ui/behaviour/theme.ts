import type { Theme } from "./device-keys";
import type { DeviceStore } from "./device-store";

/** Connects the colour switch; the bootstrap script has applied the remembered choice already. */
export function enableThemeSwitch(store: DeviceStore): void {
  const select = document.querySelector<HTMLSelectElement>("[data-theme-switch]");
  if (!select) return;
  select.value = store.get("theme") ?? "system";
  select.addEventListener("change", () => {
    const theme = select.value as Theme;
    if (theme === "system") {
      store.remove("theme");
      delete document.documentElement.dataset.theme;
    } else {
      store.set("theme", theme);
      document.documentElement.dataset.theme = theme;
    }
  });
}
