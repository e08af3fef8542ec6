import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type DeviceStrings, deviceEn } from "../strings/device-en";

export const DeviceWordsContext = createContext<DeviceStrings>(deviceEn);

export function useDeviceWords(): DeviceStrings {
  return useContext(DeviceWordsContext);
}
