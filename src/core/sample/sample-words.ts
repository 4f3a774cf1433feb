import type { Language } from '../records/settings'

/** What of the sample is said in words. Service and provider names come from the catalogue. */
const en = {
  bankCodes: 'Bank codes',
  payGo: 'PayGo SIM',
  london: 'London trip',
  gift: 'Top-up by card',
  calls: 'Calls home',
  plan: '30-day plan',
  leftSteam: 'Steam asks for nothing but e-mail now; the number is only a leftover.',
  chatted: 'Line closed. The credit goes back to the card within 14 days.',
  firstLine: 'first line',
  simInDrawer: 'Physical SIM, in the desk drawer',
  savedTexts: 'Saved with the phone backup',
  savedRecord: 'On the blue memory stick',
}
export type SampleWords = typeof en

export const sampleWords = {
  'en': en,
  'zh-CN': {
    bankCodes: '银行验证码',
    payGo: '保号卡',
    london: '伦敦旅行',
    gift: '银行卡充值',
    calls: '打回家的电话',
    plan: '30 天套餐',
    leftSteam: 'Steam 现在只用邮箱，这个号码只是留在那里。',
    chatted: '号码已停用，余额 14 天内退回银行卡。',
    firstLine: '一线客服',
    simInDrawer: '实体卡，在书桌抽屉里',
    savedTexts: '已随手机备份保存',
    savedRecord: '存在蓝色 U 盘里',
  },
} satisfies Record<Language, SampleWords>
