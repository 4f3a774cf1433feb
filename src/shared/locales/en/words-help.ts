import type { TaskKind } from '../../../core/plan/codes'

type Help = { 1: string, 2?: string, 3?: string, 4?: string }

/** What to do, step by step, whoever the provider is. Our own advice, so it names no source. */
export const helps = {
  'list-bindings': {
    1: 'Look through the texts this number received: every code names a service.',
    2: 'Search your mail for the number and for “verification code”, and look through your password manager.',
    3: 'Think of banks, mail, messengers, shops, travel, government and work, and of phones and desk phones that ring on it.',
    4: 'Log each one here. It takes seconds.',
  },
  'check-retired': {
    1: 'Ring the number from another phone and have a service text a code to it.',
    2: 'If nothing arrives, say that it is gone: the plan turns to saving the accounts without it.',
  },
  'recover-login': {
    1: 'Use “forgot password” on the provider’s own page, or sign in with the e-mail that got their receipts.',
    2: 'If the code goes to this very number, have it at hand while it still works.',
    3: 'If that fails, ask support to restore access. Have a receipt and the day of activation ready.',
  },
  'check-store-subscription': {
    1: 'On an iPhone: Settings, your name, Subscriptions. On Android: Play Store, your picture, Payments and subscriptions.',
    2: 'A web subscription shows in the receipts in your mail.',
  },
  'cancel-store-subscription': {
    1: 'On an iPhone: Settings, your name, Subscriptions, choose it, Cancel. On Android: Play Store, Payments and subscriptions, Subscriptions, choose it, Cancel.',
    2: 'Deleting the app or the account does not do it.',
    3: 'Keep the message that confirms it.',
  },
  'check-devices': {
    1: 'Sign out of the app on every phone and computer but the one you finish this with.',
    2: 'Take the number out of desk phones, SIP clients, call forwarding and voicemail boxes.',
  },
  'wait-cooldown': {
    1: 'Nothing to do until then. Keep the line alive: the service may still ask for a code on the old number.',
    2: 'If the service already lets you do everything, tick it.',
  },
  'get-pac': {
    1: 'Send the text from the SIM of this number. It is free.',
    2: 'The answer also names what is left to pay and any credit.',
    3: 'Give the code to the new network. Never tell it to anybody who calls you.',
  },
  'reach-account-owner': {
    1: 'Ask the person in whose name the line is to make the call with you, or to name you as one who may act.',
    2: 'If they cannot be reached, ask the provider what proof it accepts instead.',
  },
  'reset-account-pin': {
    1: 'Look in the welcome mail and in the account settings first.',
    2: 'Otherwise ask support to reset it. They will want to know that it is you: the name on the account, the last payment, the address.',
    3: 'Do not write the PIN here.',
  },
  'get-identity-document': {
    1: 'Ask which documents they accept: passport, national ID card, driving licence, residence permit.',
    2: 'Ask whether a copy by mail or a video call will do.',
    3: 'Write on a copy what it is for, and for whom.',
  },
  'recover-email': {
    1: 'Restore the mailbox with its own provider first.',
    2: 'If it is gone for good, ask the number’s provider to change the e-mail on file. They will ask who you are.',
  },
  'arrange-refund-way': {
    1: 'Tell them that the card has expired, before they send the money.',
    2: 'Ask for a bank transfer, a cheque, or the card that took its place.',
    3: 'If it was sent to the old card already, ask that card’s bank: it usually finds the account behind it.',
  },
  'add-payment-card': {
    1: 'Add a card that works, just for the exit, and take it off afterwards.',
    2: 'If no card of yours is accepted, ask whether there is another way.',
  },
  'replace-sim': {
    1: 'Ask for a replacement SIM or an eSIM with the same number. Most providers ask who you are.',
    2: 'If they refuse, say that the number is lost: the plan turns to saving the accounts without it.',
  },
  'restore-texts': {
    1: 'Switch the phone off and on, check the signal and that texts from short codes are not blocked.',
    2: 'Abroad, check that roaming for texts is on.',
    3: 'Ask the provider whether the line or its short-code texts are blocked.',
  },
  'line-still-alive': {
    1: 'Ask why it still answers, and from which day it is really ended.',
    2: 'Ask for that day in writing, and for a reference.',
    3: 'If the line was never ended, set it back to active on the number’s page: the plan takes you through the end again.',
  },
  'codes-missing': {
    1: 'Texts from short codes often follow a day or two after a port.',
    2: 'Ask the new provider to check short codes. Some do not carry them at all.',
    3: 'Until then use another way to sign in.',
  },
  'access-works': {
    1: 'Sign out and in again once, with the new way.',
    2: 'Begin with mail, banks and whatever guards other accounts.',
  },
  'regain-access': {
    1: 'Use the recovery the service offers: backup codes, another factor, its support.',
    2: 'While the number rests nobody else should have it: some providers can give it back for a short time.',
    3: 'If it still hangs on the old number, log it here. Its own steps then stand under Unbind.',
  },
  'no-forgotten': {
    1: 'Watch for “we sent a code to the number ending in …” when you sign in anywhere.',
    2: 'Search your mail for notices that name the old number.',
  },
  'log-forgotten': {
    1: 'Log the account on this number, so that it joins the list.',
    2: 'Change it without the old number. Its own steps stand under Unbind.',
  },
  'ask-deletion-again': {
    1: 'Ask in writing, name the day of your first request, and ask by when it will be done.',
    2: 'If they refuse, ask which rule they keep the data by, and for how long.',
  },
  'dispute-charge': {
    1: 'Write to the provider: the day you left, the reference, the charge. Ask for the money back.',
    2: 'If nothing comes of it, ask your bank to take the charge back. Have the reference of the cancellation ready.',
  },
  'ask-provider-rules': {
    1: 'Ask how to end the line: online, by phone, in writing, in a shop.',
    2: 'Ask whether money left on it comes back, how, and how long that takes.',
    3: 'Ask until which day the number receives texts, and whether it could be had back.',
    4: 'Ask who deletes your data, and by when. Note the answers here.',
  },
  'ask-provider-how': {
    1: 'Ask for the way to cancel, what they need from you, and from which day it counts.',
    2: 'Ask for a reference, and for the answer in writing.',
  },
  'check-renewal': {
    1: 'Look in the account under plan, billing or subscription for “auto-renew”, “auto-pay” or “recurring”.',
    2: 'Look at the last statements of the card: a charge each month means that it renews.',
  },
  'confirm-no-port': {
    1: 'Does anybody still need to reach you on it? Is it printed somewhere, or known to family?',
    2: 'If so, take it along: change the way out to “port out”.',
  },
  'get-port-papers': {
    1: 'Ask for the account number, the transfer PIN and the name and address on the account, exactly as they have them.',
    2: 'Ask whether a port lock or an unlock fee stands in the way.',
    3: 'Give them to the new provider only. Do not write them here.',
  },
  'start-port': {
    1: 'The new provider begins it. Do not cancel the old line: it ends by itself when the port is done.',
    2: 'Keep the old line paid until then.',
  },
  'confirm-port': {
    1: 'Call the number from another phone and see that it rings on the new line.',
    2: 'Have a service text a code to it.',
  },
  'let-expire': {
    1: 'Use it no more and pay no more. A call, a text or a top-up may start the days anew.',
    2: 'Watch for a last warning from the provider.',
  },
  'save-messages': {
    1: 'Save what you may need: texts that prove something, voicemail, contacts, the call log.',
    2: 'Screenshots will do. Attach them here, or note where they are.',
  },
  'use-up-balance': {
    1: 'Use it for calls or texts, or move it to another line of yours where the provider allows it.',
    2: 'Note what is left then. If neither works, write it off: the ledger and the dossier say so.',
  },
  'line-is-dead': {
    1: 'Call it from another phone: it should not ring, and no voicemail of yours should answer.',
    2: 'Send a text to it and see that it is not delivered.',
  },
  'confirm-deletion': {
    1: 'Ask in writing for your data to be deleted, and for a word when it is done.',
    2: 'Some data has to be kept by law. Ask which, and until when.',
  },
  'no-more-charges': {
    1: 'Look at the next statement of every card, wallet and app store that paid for the line.',
  },
  'aging-over': {
    1: 'Until then nobody else should have the number. After that, somebody may get what is still sent to it.',
    2: 'It ticks itself when the day has come.',
  },
  'reactivate-line': {
    1: 'Find out why: unpaid, unused, or reported. Each has its own way back.',
    2: 'Pay or prove what they ask, and have a text sent to the number to see that it works.',
  },
  'unfreeze-line': {
    1: 'Ask why it was frozen, and what proof they want. It is often the ID or the last payment.',
    2: 'Do not open a new line meanwhile: the number stays with the frozen one.',
  },
  'pay-arrears': {
    1: 'Ask for the exact sum and what happens to the line once it is paid.',
    2: 'Pay, keep the receipt, and attach it here.',
  },
  'finish-port': {
    1: 'See the port through with the new provider, then change the way out to “port out”.',
    2: 'Or call it off there first. Cancelling during a port can lose the number and the money.',
  },
  'rescue-binding': {
    1: 'Try where you are still signed in: an open app or browser often lets you change the number without a code.',
    2: 'Otherwise use another factor, backup codes, or the service’s own recovery.',
    3: 'Beware of whoever offers to do it for money.',
  },
} satisfies Partial<Record<TaskKind, Help>>
