import { type IconProps, Svg } from "../icons/svg";

export function SpeakerIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M4 9.75v4.5h3.25L12 18V6L7.25 9.75H4Z" />
      <polyline points="15.25 9 16.75 12 15.25 15" />
      <polyline points="18 6.75 20.5 12 18 17.25" />
    </Svg>
  );
}

export function MicrophoneIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <rect x="9" y="3.5" width="6" height="11" rx="3" />
      <path d="M5.75 11.5a6.25 6.25 0 0 0 12.5 0M12 17.75v2.75M9 20.5h6" />
    </Svg>
  );
}
