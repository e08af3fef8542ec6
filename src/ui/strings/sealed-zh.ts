import type { SealedStrings } from "./sealed-en";

/** 关于加锁文章的中文界面文字。 */
export const sealedZh: SealedStrings = {
  // 入口
  link: "加锁的文章",
  homeLink: "前往解锁",
  homeBody: "部分文章仅供持有口令的人阅读。",
  homeAll: "这里的文章仅供持有口令的人阅读。",

  // 页面
  title: "加锁的文章",
  lead: "输入口令即可阅读。文章在这台设备上解开，口令不会发送到任何地方。",
  passphrase: "口令",
  show: "显示",
  showPassphrase: "显示口令",
  unlock: "解锁",
  unlocking: "正在解锁…",
  hint: "文章只在当前标签页中打开，并会自动重新上锁。设备上不会留下任何可读的内容。",
  noScript: "加锁的文章要在您的设备上解开，因此需要 JavaScript，而此浏览器已将其关闭。",

  // 可能出现的问题
  empty: "请输入口令。",
  faults: {
    "vault-wrong-key": "该口令无法打开这些文章。",
    "vault-other-secret": "这些文章没有口令，只能在嵌入本帮助中心的网页中打开。",
    "vault-version": "本站在您打开此页面之后有过更新。请重新加载页面，然后重试。",
    "vault-unreachable": "未能取得加锁的文章。请检查网络连接，然后重试。",
    "vault-signed-out": "您的登录已过期，因此未能取得加锁的文章。",
    "vault-damaged": "收到的内容并不是加锁的文章。请重新加载页面，然后重试。",
    "vault-needs-https": "加锁的文章只能在以 https 开头的网址下打开。通过普通的 http 访问时，浏览器不提供加密功能。",
  },
  signInAgain: "重新登录",

  // 解锁期间
  unlocked: "已解锁",
  locksAfter: (minutes) => `${minutes} 分钟未使用后自动上锁`,
  lockNow: "立即上锁",

  // 上锁之后
  lockedNow: "已上锁。这台设备上没有留下任何可读的内容。",
  lockedIdle: (minutes) => `已有 ${minutes} 分钟未使用，现已上锁。`,
};
