import type { ContactChannel } from "../../domain/config";
import { fillTemplate, mailtoHref, type TemplateValues, telHref } from "./template";

/** The part of a channel that makes its link; carried in the page so that the script can fill it in again. */
export type ChannelAddress = Pick<ContactChannel, "type" | "address" | "url">;

export interface ChannelMessage extends TemplateValues {
  /** Subject and text of an e-mail. */
  readonly subject: string;
  readonly body: string;
}

const SAFE = /^(?:https?:|mailto:|tel:|sms:|\/|\.|#|\?)/i;

/** Where a channel leads, with the story so far; `undefined` when it has no address or an unsafe one. */
export function channelHref(channel: ChannelAddress, message: ChannelMessage): string | undefined {
  if (channel.type === "email" && channel.address) return mailtoHref(channel.address, message.subject, message.body);
  if (channel.type === "phone" && channel.address) return telHref(channel.address);
  if (!channel.url || !SAFE.test(channel.url.trim())) return undefined;
  return fillTemplate(channel.url.trim(), message);
}

/** What a host page adds to a message, by the name under which a person reads it. */
export type Facts = Readonly<Record<string, string>>;

/** The message as a person reads it: the question, then where it came up, then what the host page adds. */
export function messageBody(
  question: string,
  page: { readonly label: string; readonly url: string } | undefined,
  facts: Facts = {},
): string {
  const parts = [question.trim()];
  if (page) parts.push(`${page.label}: ${page.url}`);
  parts.push(
    Object.entries(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
  );
  return parts.filter((part) => part !== "").join("\n\n");
}
