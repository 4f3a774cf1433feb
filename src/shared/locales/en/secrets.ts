/** What a field says of a text that looks like a secret. The kinds stand in a sentence: "This looks like a PIN." */
export const secrets = {
  note: 'This looks like {kind}. Untether does not keep secrets.',
  takeOut: 'Take it out',
  keep: 'Keep it anyway',
  kinds: {
    key: 'a secret key',
    card: 'a card number',
    document: 'the number of an ID document',
    pin: 'a PIN',
    password: 'a password',
    code: 'a code',
  },
}
