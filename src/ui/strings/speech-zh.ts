import type { SpeechStrings } from "./speech-en";

/** The same in Simplified Chinese. */
export const speechZh: SpeechStrings = {
  listen: "朗读",
  listenControls: "正在朗读",
  pause: "暂停",
  goOn: "继续",
  stop: "停止朗读",
  speed: "语速",
  paused: "已暂停",
  finished: "已读完",
  voiceFailed: "朗读中断了，请重试。",
  voiceNotice: "此设备上没有这种语言的语音。您的浏览器可以使用其厂商的在线服务朗读，文字会发送到该服务。",

  dictate: "语音输入",
  listening: "正在聆听…",
  packOffer: "下载语言包后，您的浏览器即可在此设备上识别语音。语言包的大小由浏览器决定。",
  packLoad: "下载",
  packLoading: "正在下载语言包…",
  packReady: "语言包已就绪，现在可以语音输入了。",
  packFailed: "语言包没有下载成功，请稍后重试。",
  serviceNotice: "此浏览器只能通过其厂商的在线服务识别语音。您说的话会发送到该服务，再以文字返回。",
  serviceUse: "使用在线服务",
  cancel: "取消",
  noSpeech: "没有听到声音，请重试。",
  noMicrophone: "没有找到麦克风。",
  notAllowed: "本页不能使用麦克风。您可以在浏览器的网站设置中允许。",
  serviceUnreachable: "无法连接浏览器的在线服务。请检查网络后重试。",
  languageUnknown: "您的浏览器无法识别这种语言的语音。",
  dictationFailed: "语音输入中断了，请重试。",
};
