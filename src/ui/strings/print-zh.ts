import type { PrintStrings } from "./print-en";

/** The Simplified Chinese words about printing. */
export const printZh: PrintStrings = {
  printed: "打印于",
  section: "打印此主题",
  everything: "打印全部内容",

  title: "打印文章",
  lead: "在此设备上把您选择的文章汇编在一起，可打印或存为 PDF。",
  noScript: "汇编文章需要 JavaScript，而此浏览器已将其关闭。您仍可在每篇文章的页面上直接打印。",
  nothing: "此网址没有可打印的文章。请选择您需要的内容。",
  choose: "选择要打印的内容",
  all: "全部内容",
  otherArticles: "其他文章",
  articles: (count) => `${count} 篇文章`,
  gather: "开始汇编",
  gathering: "正在汇编文章",
  progress: (done, total) => `${done}，共 ${total}`,
  cancel: "取消",
  loading: "正在获取主题列表…",
  noList: "目前无法获取主题列表。请检查网络后重试。",
  retry: "重试",
  ready: (count) => `${count} 篇文章已准备好，可以打印。`,
  print: "打印",
  another: "选择其他内容",
  missing: (count) => `缺少 ${count} 篇文章：目前无法获取，此设备上也没有。`,

  contents: "目录",
  updated: "更新于",
  missingHere: "打印时未能取得本文。",
  video: "视频",
  opensAt: "网址：",
  expired: (date) => `本文有效期至 ${date}，内容可能已过时。`,

  answers: "提问与答案",
  question: "问题",
  quotedFrom: (title) => `引自《${title}》`,
  notCovered: "帮助中心没有回答这个问题。",
  nearest: "最接近的文章",
  others: "这些文章也有提到",
};
