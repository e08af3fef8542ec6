import type { ShareStrings } from "./share-en";

/** The Simplified Chinese words about sharing an article. */
export const shareZh: ShareStrings = {
  share: "分享",
  title: "分享本文",
  close: "关闭",
  address: "网址",
  fromSection: (heading) => `从“${heading}”一节开始`,
  copy: "复制",
  copied: "已复制",
  copyFailed: "请按 Ctrl+C 复制",
  send: "发送到其他应用…",
  print: "打印",
  qrTitle: "二维码",
  qrHint: "用手机相机扫描即可打开本文。",
  qrAlt: (address) => `二维码，指向 ${address}`,
  qrSave: "保存为 SVG",
  qrTooLong: "网址过长，无法生成二维码。",

  passage: "选中的文字",
  passageCopy: "复制此段文字的链接",
  passageCopied: "链接已复制",
  passageOffered: "可以复制选中文字的链接：按钮紧随其后。",
};
