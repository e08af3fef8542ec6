import { DeviceIcon, MoonIcon, SunIcon } from "../icons/interface";
import { useWording } from "../strings/context";

/** Light, dark or as the device says. A native select under an icon: works with every input there is. */
export function ThemeSwitch() {
  const { t } = useWording();
  return (
    <label class="theme-switch js-only" title={t.theme}>
      <SunIcon class="for-light" />
      <MoonIcon class="for-dark" />
      <DeviceIcon class="for-system" />
      <select data-theme-switch aria-label={t.theme}>
        <option value="system">{t.themeSystem}</option>
        <option value="light">{t.themeLight}</option>
        <option value="dark">{t.themeDark}</option>
      </select>
    </label>
  );
}
