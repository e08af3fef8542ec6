import { useWording } from "../strings/context";
import { speechStringsFor } from "../strings/speech-words";
import { ListenControls } from "./listen-controls";

/** For the template of article pages: HTML made at build, so that the script needs neither icons nor words. */
export function ListenPart() {
  const { locale } = useWording();
  return <ListenControls words={speechStringsFor(locale)} floating />;
}
