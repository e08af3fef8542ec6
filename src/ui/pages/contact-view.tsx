import { localized } from "../../domain/locale";
import { ChannelCard } from "../components/channel-card";
import { EmptyPocket } from "../components/empty-pocket";
import { Main } from "../components/main";
import { CheckIcon, CopyIcon } from "../icons/interface";
import type { ContactPage } from "../page-model";
import { useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** Topics, the question so far, and every way to a person. Works as a list of links without the script. */
export function ContactView({ page }: { readonly page: ContactPage }) {
  const { t, locale } = useWording();
  return (
    <Main page={page} class="narrow contact">
      <header class="page-head">
        <h1>{t.contactTitle}</h1>
        <p class="lead">{t.contactLead}</p>
      </header>
      <form class="contact-form js-only" data-contact-form>
        {page.topics.length > 0 && (
          <div class="field">
            <label for="contact-topic">{t.contactTopic}</label>
            <select id="contact-topic" name="topic">
              <option value="">{t.contactAnyTopic}</option>
              {page.topics.map((topic) => (
                <option key={topic.id} value={topic.id}>
                  {localized(topic.label, locale)}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for="contact-question">{t.contactQuestion}</label>
          <textarea id="contact-question" name="question" rows={4} aria-describedby="contact-hint" />
          <p id="contact-hint" class="hint">
            {t.contactQuestionHint}
          </p>
        </div>
        <p class="contact-from" data-contact-from hidden>
          {t.contactFromPage}{" "}
          <a href={page.site.home} data-label={t.mailPage} data-subject={t.mailSubject}>
            {page.site.name}
          </a>
        </p>
        <button type="button" class="button quiet copy-button" data-done={t.copied} data-failed={t.copyFailed}>
          <CopyIcon size={18} class="idle" />
          <CheckIcon size={18} class="done" />
          <span>{t.contactCopy}</span>
        </button>
      </form>
      <section aria-labelledby="channels-title">
        <h2 id="channels-title">{t.contactChannels}</h2>
        <p class="callout callout-note when-offline">{deviceStringsFor(locale).contactOffline}</p>
        {page.channels.length === 0 ? (
          <div class="empty">
            <EmptyPocket />
            <p>{t.contactNoChannels}</p>
          </div>
        ) : (
          <ul class="channels">
            {page.channels.map((channel, i) => (
              <ChannelCard key={`${channel.type}-${i}`} channel={channel} topics={page.topics} />
            ))}
          </ul>
        )}
      </section>
    </Main>
  );
}
