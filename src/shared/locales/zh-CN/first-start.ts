import type { firstStart as English } from '../en/first-start'

export const firstStart = {
  title: '开始',
  language: '语言',
  sentence: '放心停用号码，账号一个不丢。',
  text: '解绑管家记下每个号码绑定的账号，排出安全的先后顺序，并告诉你什么时候可以放心销号。',
  addNumber: '添加第一个号码',
  lookAround: '先看看示例数据',
  sampleNote: '三个虚构号码，一键即可清除。',
  promise: '一切只存在这台电脑上。不用注册，不联网，不存密码。',
  sample: '示例数据',
  sampleRemove: '清除',
} satisfies typeof English
