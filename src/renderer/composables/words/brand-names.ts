import type { ProviderFacts, ServiceFacts } from '../../../core/catalog/tiers'
import type { Language } from '../../../core/records/settings'

/**
 * Entries that Chinese readers call by their Chinese name; all others keep the brand as it is written on the site.
 * The catalogue's `name.zh` alone does not tell: 谷歌 is what one reads in the news, Google what one taps.
 */
const CALLED_IN_CHINESE: ReadonlySet<string> = new Set([
  // Services.
  ...['12306', 'abc', 'airwallex', 'alipay', 'alipayhk', 'aliyun', 'amap', 'baidu', 'bilibili', 'binance', 'boc', 'bocom'],
  ...['bosszhipin', 'cathay', 'ccb', 'chinamobile', 'chinatax', 'chinatelecom', 'chinaunicom', 'cmb', 'dbs', 'dewu', 'didi'],
  ...['dingtalk', 'dmvus', 'douyin', 'eastwest', 'eleme', 'feishu', 'govuk', 'hangseng', 'hmrc', 'hsbc', 'htx', 'huawei'],
  ...['huaweicloud', 'iamsmart', 'icbc', 'iqiyi', 'irs', 'jd', 'jiaoguan12123', 'kuaishou', 'longbridge', 'meituan', 'mihoyo'],
  ...['momo', 'moomoo', 'mybank', 'netease163', 'neteasegames', 'nhs', 'ocbc', 'octopus', 'okx', 'pinduoduo', 'psbc', 'qqmail'],
  ...['sfexpress', 'shopee', 'spdb', 'ssa', 'standardchartered', 'tantan', 'taobao', 'tencentcloud', 'tencentvideo', 'tiger'],
  ...['trip', 'ttp', 'unionpay', 'uob', 'uscis', 'usps', 'webank', 'wechat', 'wechatpayhk', 'wecom', 'weibo', 'worldfirst'],
  ...['xianyu', 'xiaohongshu', 'xiaomi', 'youku', 'za', 'zhihu'],
  // Providers.
  ...['3hk', 'china-mobile-cn', 'china-mobile-hk-prepaid', 'china-telecom-cn', 'china-unicom-cn', 'csl-prepaid-hk'],
])

/** Names that lists use although the catalogue's first name is another. */
const KNOWN_AS: Readonly<Record<string, string>> = { google: 'Gmail' }

type Named = Pick<ServiceFacts | ProviderFacts, 'id' | 'name'>

/** The name as the catalogue has it, in the language: `Google / Gmail`. */
export function fullName({ id, name }: Named, language: Language): string {
  return language === 'zh-CN' && name.zh !== null && CALLED_IN_CHINESE.has(id) ? name.zh : name.en
}

/** The name a row or a sentence uses: no second name, nothing in brackets. `Gmail`, `Ultra Mobile PayGo`. */
export function shortName(entry: Named, language: Language): string {
  const known = KNOWN_AS[entry.id]
  if (known)
    return known
  const bare = fullName(entry, language).replace(/\s*[(（][^)）]*[)）]/g, '').split(' / ')[0]?.trim()
  return bare || entry.name.en
}
