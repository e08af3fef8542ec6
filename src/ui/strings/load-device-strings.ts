import { interfaceLocale, type Locale } from "../../domain/locale";
import type { DeviceStrings } from "./device-en";

/** The words about what is on this device, in one language, fetched when first needed. */
export async function loadDeviceStrings(locale: Locale): Promise<DeviceStrings> {
  return interfaceLocale(locale) === "zh"
    ? (await import("./device-zh")).deviceZh
    : (await import("./device-en")).deviceEn;
}
