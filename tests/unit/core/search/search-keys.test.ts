import { describe, expect, it } from 'vitest'
import { searchKeys } from '../../../../src/core/search/search-keys'

describe('searchKeys', () => {
  it.each([
    ['支付宝', ['zfb', 'zhifubao']],
    ['招商银行', ['zsyh', 'zhaoshangyinhang']],
    ['重庆银行', ['cqyh', 'chongqingyinhang']],
    ['长桥证券', ['cqzq', 'changqiaozhengquan']],
    ['乐天移动', ['ltyd', 'letianyidong']],
    ['QQ邮箱', ['qqyx', 'qqyouxiang']],
    ['交行', ['jh', 'jiaohang']],
    ['花呗', ['hb', 'huabei']],
  ])('%s is typed as %s', (name, keys) => {
    expect(searchKeys([name])).toEqual(keys)
  })

  it('leaves other scripts alone and repeats nothing', () => {
    expect(searchKeys(['Chase', 'gmail', ''])).toEqual([])
    expect(searchKeys(['微信', '微信'])).toEqual(['wx', 'weixin'])
  })
})
