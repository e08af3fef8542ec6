import type { EmbedStrings } from "./embed-en";

export const embedZh: EmbedStrings = {
  bar: "帮助",
  back: "返回",
  home: "首页",
  search: "搜索",
  newTab: "在新标签页中打开",
  close: "关闭",
  forThisPage: "与当前页面相关",
  notKept: "浏览器不为此窗格保存任何内容：最近搜索、收藏的文章和离线副本在您离开后即消失。",
  factsTitle: "您的消息将附带",
  factsInclude: "附上这些信息",
  factsWhere: "这些信息来自您所在的页面，只有在您发送消息时才会一并发出。",
  refusedTitle: "此帮助中心不允许在其他网站中显示",
  refusedBody: (host) => `${host} 不在允许显示它的网站之列。`,
  refusedOpen: "在新标签页中打开帮助中心",
};
