import type { ContactChannel, ContactTopic } from "../../domain/config";
import { localized } from "../../domain/locale";
import { type ChannelAddress, channelHref } from "../contact/channel-href";
import { ArrowRightIcon } from "../icons/interface";
import { SectionIcon } from "../icons/section-icon";
import { useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";
import type { Strings } from "../strings/en";
import { HoursTable } from "./hours-table";

interface ChannelCardProps {
  readonly channel: ContactChannel;
  readonly topics: readonly ContactTopic[];
}

const words: Readonly<Record<ContactChannel["type"], (t: Strings) => { label: string; action: string; icon: string }>> =
  {
    email: (t) => ({ label: t.channelEmail, action: t.actionEmail, icon: "mail" }),
    phone: (t) => ({ label: t.channelPhone, action: t.actionPhone, icon: "phone" }),
    chat: (t) => ({ label: t.channelChat, action: t.actionChat, icon: "chat" }),
    form: (t) => ({ label: t.channelForm, action: t.actionForm, icon: "form" }),
    link: (t) => ({ label: t.channelLink, action: t.actionLink, icon: "building" }),
  };

/** One way to reach a person. The script fills question, page and topic into its link. */
export function ChannelCard({ channel, topics }: ChannelCardProps) {
  const { t, locale } = useWording();
  const d = deviceStringsFor(locale);
  const network =
    channel.type === "phone" ? d.channelPhone : channel.type === "email" ? d.channelMail : d.channelNetwork;
  const { label, action, icon } = words[channel.type](t);
  const name = channel.label ? localized(channel.label, locale) : label;
  const address: ChannelAddress = {
    type: channel.type,
    ...(channel.address !== undefined && { address: channel.address }),
    ...(channel.url !== undefined && { url: channel.url }),
  };
  const empty = { question: "", page: "", topic: "", locale, subject: t.mailSubject, body: "" };
  const href = channelHref(address, empty);
  const served = topics.filter((topic) => channel.topics.includes(topic.id));
  return (
    <li
      class="channel"
      data-type={channel.type}
      data-topics={channel.topics.length > 0 ? channel.topics.join(" ") : undefined}
    >
      <span class="icon-tile">
        <SectionIcon name={icon} size={24} />
      </span>
      <div class="channel-body">
        <h3>{name}</h3>
        {channel.note && <p>{localized(channel.note, locale)}</p>}
        {channel.address && <p class="channel-address">{channel.address}</p>}
        {served.length > 0 && (
          <p class="channel-topics">
            {t.contactTopics} {served.map((topic) => localized(topic.label, locale)).join(" · ")}
          </p>
        )}
        <p class="channel-network when-offline">{network}</p>
        {channel.hours && <HoursTable hours={channel.hours} />}
      </div>
      {href && (
        <a class="button" href={href} aria-label={`${action}: ${name}`} data-channel={JSON.stringify(address)}>
          {action}
          <ArrowRightIcon size={18} class="flip" />
        </a>
      )}
    </li>
  );
}
