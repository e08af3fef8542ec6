import { interfaceLocale, type Locale } from "../../domain/locale";
import { type DeviceStrings, deviceEn } from "./device-en";
import { deviceZh } from "./device-zh";

export type { DeviceStrings } from "./device-en";

/** Both languages at once: for the build. In the browser use `loadDeviceStrings`. */
export function deviceStringsFor(locale: Locale): DeviceStrings {
  return interfaceLocale(locale) === "zh" ? deviceZh : deviceEn;
}
