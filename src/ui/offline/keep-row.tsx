import { htmlLang } from "../../domain/locale";
import { CheckIcon } from "../icons/interface";
import { useWording } from "../strings/context";
import { formatBytes, formatMoment } from "../strings/sizes";
import { useDeviceWords } from "./device-words-context";
import type { SectionGroup } from "./section-groups";

interface KeepRowProps {
  readonly group: SectionGroup;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onRemove: () => void;
}

/** One section: to be chosen while it is not here, with its age and the way out once it is. */
export function KeepRow({ group, chosen, busy, onChoose, onRemove }: KeepRowProps) {
  const d = useDeviceWords();
  const { locale } = useWording();
  const { state } = group;
  const title = group.top === "" ? d.keepOther : group.title;
  const name = <span lang={htmlLang(group.locale)}>{title}</span>;
  const size = <span class="keep-size">{formatBytes(group.bytes, locale)}</span>;
  if (state.status === "absent" || state.status === "unfinished") {
    return (
      <li>
        <label>
          <input
            type="checkbox"
            checked={chosen}
            disabled={busy}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
          <span class="keep-name">
            {name}
            {state.status === "unfinished" && <span class="keep-state">{d.keepStopped}</span>}
          </span>
          {size}
        </label>
        {state.status === "unfinished" && <Remove title={title} busy={busy} onRemove={onRemove} />}
      </li>
    );
  }
  const day = formatMoment(state.at, locale);
  return (
    <li class="is-kept">
      <CheckIcon size={20} />
      <span class="keep-name">
        {name}
        <span class="keep-state">{state.status === "kept" ? d.keepComplete(day) : d.keepOutdated(day)}</span>
      </span>
      {size}
      <Remove title={title} busy={busy} onRemove={onRemove} />
    </li>
  );
}

function Remove({ title, busy, onRemove }: { title: string; busy: boolean; onRemove: () => void }) {
  const d = useDeviceWords();
  return (
    <button type="button" class="link-button" aria-label={d.keepRemoveNamed(title)} disabled={busy} onClick={onRemove}>
      {d.keepRemove}
    </button>
  );
}
