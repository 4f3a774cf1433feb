import type { secrets as English } from '../en/secrets'

export const secrets = {
  note: '这像是{kind}。解绑管家不保存秘密。',
  takeOut: '去掉它',
  keep: '仍要保存',
  kinds: {
    key: '密钥',
    card: '银行卡号',
    document: '证件号码',
    pin: ' PIN',
    password: '密码',
    code: '验证码',
  },
} satisfies typeof English
