import { type IconProps, Svg } from "./svg";

// The interface's own icons, one component each, so that the search chunk carries only those it shows.

export function SearchIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <circle cx="10.75" cy="10.75" r="6.25" />
      <path d="m15.5 15.5 4.75 4.75" />
    </Svg>
  );
}

export function SunIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <circle cx="12" cy="12" r="3.75" />
      <path d="M12 3v1.75M12 19.25V21M3 12h1.75M19.25 12H21M5.65 5.65l1.2 1.2M17.15 17.15l1.2 1.2M5.65 18.35l1.2-1.2M17.15 6.85l1.2-1.2" />
    </Svg>
  );
}

export function MoonIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M19.75 14.25A8 8 0 0 1 9.75 4.25a8 8 0 1 0 10 10Z" />
    </Svg>
  );
}

export function DeviceIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <rect x="3.5" y="4.5" width="17" height="11.5" rx="2" />
      <path d="M9 20h6M12 16v4" />
    </Svg>
  );
}

export function GlobeIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <circle cx="12" cy="12" r="8.25" />
      <path d="M3.75 12h16.5M12 3.75c2.2 2.3 3.3 5.05 3.3 8.25s-1.1 5.95-3.3 8.25c-2.2-2.3-3.3-5.05-3.3-8.25S9.8 6.05 12 3.75Z" />
    </Svg>
  );
}

export function ChevronRightIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="m9.5 6 6 6-6 6" />
    </Svg>
  );
}

export function ChevronDownIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="m6 9.5 6 6 6-6" />
    </Svg>
  );
}

export function ArrowRightIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M4.5 12h15M13.5 6l6 6-6 6" />
    </Svg>
  );
}

export function ArrowLeftIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M19.5 12h-15M10.5 6l-6 6 6 6" />
    </Svg>
  );
}

export function LinkIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3" />
    </Svg>
  );
}

export function CopyIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.25" />
      <path d="M15.5 5.75V5.5A1.75 1.75 0 0 0 13.75 4H5.5A1.5 1.5 0 0 0 4 5.5v8.25c0 .97.78 1.75 1.75 1.75" />
    </Svg>
  );
}

export function CheckIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="m5 12.75 4.5 4.5L19 7.25" />
    </Svg>
  );
}

export function CloseIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="m6 6 12 12M18 6 6 18" />
    </Svg>
  );
}

export function ClockIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <circle cx="12" cy="12" r="8.25" />
      <path d="M12 7.25V12l3 2.25" />
    </Svg>
  );
}

export function AlertIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M12 4.25 20.75 19.5H3.25L12 4.25Z" />
      <path d="M12 10v4.25M12 16.9v.1" />
    </Svg>
  );
}

export function StaffIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <rect x="5.25" y="3.75" width="13.5" height="16.5" rx="2.25" />
      <path d="M10 3.75v1.5h4v-1.5" />
      <circle cx="12" cy="11" r="2" />
      <path d="M8.5 17c.4-1.9 1.7-2.85 3.5-2.85s3.1.95 3.5 2.85" />
    </Svg>
  );
}

export function ListIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />
    </Svg>
  );
}

export function HistoryIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M4.25 12a7.75 7.75 0 1 0 2.3-5.5L4.25 8.75" />
      <path d="M4.25 4.5v4.25H8.5M12 8v4.25l2.75 1.75" />
    </Svg>
  );
}

export function ExternalIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M13.5 4.5h6v6M19.5 4.5l-8.75 8.75M10 5.5H6.25A1.75 1.75 0 0 0 4.5 7.25v10.5c0 .97.78 1.75 1.75 1.75h10.5c.97 0 1.75-.78 1.75-1.75V14" />
    </Svg>
  );
}

export function QuestionIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M20.25 11.5c0 4-3.7 7.25-8.25 7.25-1 0-2-.15-2.9-.45L4.5 20l1-3.6a6.8 6.8 0 0 1-1.75-4.9c0-4 3.7-7.25 8.25-7.25s8.25 3.25 8.25 7.25Z" />
      <path d="M10 9.6c.2-1 1-1.6 2-1.6 1.15 0 2 .75 2 1.75 0 1.4-2 1.5-2 2.75M12 14.9v.1" />
    </Svg>
  );
}

export function StepsIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M10.5 6.5h9M10.5 12h9M10.5 17.5h9" />
      <path d="m4 6.5 1.25 1.25L7.5 5.4M4 12l1.25 1.25 2.25-2.35M4 17.5l1.25 1.25 2.25-2.35" />
    </Svg>
  );
}

export function PageIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M7 3.75h6.5L18.5 9v9.5a1.75 1.75 0 0 1-1.75 1.75H7a1.75 1.75 0 0 1-1.75-1.75v-13c0-.97.78-1.75 1.75-1.75Z" />
      <path d="M13.25 3.9V9.2h5.1M8.75 13h6.5M8.75 16.25H13" />
    </Svg>
  );
}

export function LockIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2.25" />
      <path d="M8.25 10.5V7.75a3.75 3.75 0 0 1 7.5 0v2.75M12 14.25v2" />
    </Svg>
  );
}

export function ShieldIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M12 3.5 19 6v5.5c0 4.25-2.75 7.4-7 9-4.25-1.6-7-4.75-7-9V6l7-2.5Z" />
      <path d="m8.9 11.9 2.2 2.2 4-4.2" />
    </Svg>
  );
}

/** Something the reader can do from here. */
export function ActionIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M13.25 3.5 5 13.75h5.5L9.75 20.5 19 10.25h-5.5l-.25-6.75Z" />
    </Svg>
  );
}

export function BookmarkIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M7.25 4.5h9.5a1.5 1.5 0 0 1 1.5 1.5v13.75L12 15.5l-6.25 4.25V6a1.5 1.5 0 0 1 1.5-1.5Z" />
    </Svg>
  );
}

/** A cloud struck through. */
export function OfflineIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M9.2 6.2A5.6 5.6 0 0 1 17 10a4 4 0 0 1 2.9 6.4M16 18.5H7.5a4.25 4.25 0 0 1-.8-8.4M4 4l16 16" />
    </Svg>
  );
}

export function DownloadIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M12 4v10.5M7.5 10.25 12 14.75l4.5-4.5M5 19.25h14" />
    </Svg>
  );
}

export function ShareIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M12 14.5V4m0 0L8 8m4-4 4 4M6 12v7h12v-7" />
    </Svg>
  );
}

export function PrintIcon(props: IconProps) {
  return (
    <Svg {...props}>
      <path d="M7.5 9V4h9v5M7.5 17H4.5V9h15v8h-3M7.5 14h9v6h-9Z" />
    </Svg>
  );
}
