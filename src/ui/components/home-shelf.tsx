import { BookmarkIcon, ClockIcon, CloseIcon, HistoryIcon, PageIcon } from "../icons/interface";
import { interfaceLang, useWording } from "../strings/context";

/** The reader's own lists: empty in the page, filled by the script from what the device remembers. */
export function HomeShelf() {
  const { t, locale } = useWording();
  const lists = [
    { name: "continue", title: t.shelfContinue, icon: <HistoryIcon size={18} /> },
    { name: "saved", title: t.shelfSaved, icon: <BookmarkIcon size={18} /> },
    { name: "changed", title: t.shelfChanged, icon: <ClockIcon size={18} /> },
  ];
  return (
    <section class="shelf" aria-label={t.shelfTitle} data-shelf hidden {...interfaceLang(locale)}>
      {lists.map(({ name, title, icon }) => (
        <section key={name} class="shelf-list" aria-labelledby={`shelf-${name}`} data-shelf-list={name} hidden>
          <div class="shelf-head">
            {icon}
            <h2 id={`shelf-${name}`}>{title}</h2>
            <button type="button" class="plain-button" aria-label={`${t.forgetAll}: ${title}`} data-forget-all>
              {t.forgetAll}
            </button>
          </div>
          <ul class="article-list titles" />
        </section>
      ))}
      <template>
        <li>
          <PageIcon />
          <div>
            {/* Its address and words come with the script. */}
            <a href="#main">{t.shelfTitle}</a>
            <p data-read={t.shelfRead("%")} />
          </div>
          <button type="button" class="plain-button" aria-label={t.shelfRemove}>
            <CloseIcon size={16} />
          </button>
        </li>
      </template>
    </section>
  );
}
