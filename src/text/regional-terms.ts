/**
 * Words of Taiwan and Hong Kong that differ from the mainland's in more than script, after folding their
 * characters: 伺服器 is 服务器 there. Only words that have no other meaning on the mainland. Both texts and
 * questions are read this way, so that either side may use either word.
 */
const TERMS: readonly (readonly [regional: string, standard: string])[] = `
伺服器=服务器 连接埠=端口 通讯埠=端口 应用程式=应用程序 程式=程序 软体=软件 硬体=硬件 韧体=固件 网际网路=互联网 网路=网络
资料夹=文件夹 资料库=数据库 档案=文件 萤幕=屏幕 滑鼠=鼠标 列印=打印 印表机=打印机 使用者=用户 登入=登录 帐号=账号 帐户=账户 帐单=账单
简讯=短信 讯息=消息 视讯=视频 音讯=音频 讯号=信号 记忆体=内存 硬碟=硬盘 磁碟=磁盘 光碟=光盘 随身碟=优盘 介面=界面 视窗=窗口
选单=菜单 捷径=快捷方式 游标=光标 预设=默认 设定=设置 自订=自定义 检视=查看 搜寻=搜索 贴上=粘贴 剪下=剪切 点选=点击 汇入=导入 汇出=导出
复原=恢复 重新整理=刷新 停用=禁用 支援=支持 相容=兼容 线上=在线 快取=缓存 映像档=镜像 虚拟机器=虚拟机 丛集=集群 金钥=密钥 权杖=令牌
网域=域名 位址=地址 位元组=字节 频宽=带宽 解析度=分辨率 通讯协定=通信协议 协定=协议 作业系统=操作系统 命令列=命令行 终端机=终端 记录档=日志
字串=字符串 变数=变量 函式=函数 阵列=数组 行动电话=手机 智慧型手机=智能手机 蓝芽=蓝牙 部落格=博客 透过=通过 宅配=快递`
  .trim()
  .split(/\s+/)
  .map((pair) => {
    const [regional = "", standard = ""] = pair.split("=");
    return [regional, standard] as const;
  });

const STANDARD: ReadonlyMap<string, string> = new Map(TERMS);
const ANY = new RegExp([...STANDARD.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** Where a folded run of Han characters holds a regional word, and what it is called elsewhere; by their start. */
export function regionalTerms(
  run: string,
): { readonly start: number; readonly end: number; readonly standard: string }[] {
  return Array.from(run.matchAll(ANY), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    standard: STANDARD.get(word) ?? word,
  }));
}
