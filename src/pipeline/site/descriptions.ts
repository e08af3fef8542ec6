import { type InterfaceLocale, interfaceLocale, type Locale } from "../../domain/locale";

/** What search engines show under the title of the pages that no author writes. */
interface Descriptions {
  home(site: string): string;
  section(title: string, site: string): string;
  search(site: string): string;
  ask(site: string): string;
  contact(site: string): string;
  unlock(site: string): string;
  readonly notFound: string;
  readonly device: string;
}

const descriptions: Readonly<Record<InterfaceLocale, Descriptions>> = {
  en: {
    home: (site) => `Answers, guides and ways to reach a person at ${site}.`,
    section: (title, site) => `${title}: questions and guides at ${site}.`,
    search: (site) => `Search every article of ${site}, on your own device.`,
    ask: (site) => `Ask a question and get an answer quoted from the articles of ${site}, on your own device.`,
    contact: (site) => `How to reach a person at ${site}.`,
    unlock: (site) => `Articles of ${site} that open with a passphrase.`,
    notFound: "This page does not exist.",
    device: "What this help centre keeps on your device.",
  },
  zh: {
    home: (site) => `${site}：常见问题、操作指南，以及联系人工的方式。`,
    section: (title, site) => `${site}中关于“${title}”的常见问题与操作指南。`,
    search: (site) => `在您自己的设备上搜索${site}的全部文章。`,
    ask: (site) => `提出问题，答案逐字引自${site}的文章，全程在您自己的设备上进行。`,
    contact: (site) => `如何联系${site}的工作人员。`,
    unlock: (site) => `${site}中凭口令阅读的文章。`,
    notFound: "此页面不存在。",
    device: "本帮助中心在您的设备上保存的内容。",
  },
};

export function descriptionsFor(locale: Locale): Descriptions {
  return descriptions[interfaceLocale(locale)];
}
