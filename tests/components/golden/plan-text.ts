import type { Text } from '../../../src/core/catalog/text'
import type { Plan, Task } from '../../../src/core/plan/plan'
import type { Language } from '../../../src/core/records/settings'
import type { Component } from 'vue'
import { defineComponent, h } from 'vue'
import { useI18n } from 'vue-i18n'
import { useUntether } from '../../../src/renderer/app/untether'
import { useFormat } from '../../../src/renderer/composables/use-format'
import { useGuides } from '../../../src/renderer/composables/use-guides'
import { useWords } from '../../../src/renderer/composables/use-words'
import { taskHelp } from '../../../src/renderer/features/plan/detail/task-help'
import { providerParts, serviceParts } from '../../../src/renderer/features/plan/detail/guide-parts'

/** Says the whole plan of a number as its screens would, one line after the other. */
export function planSpeaker(said: (text: string) => void): Component {
  return defineComponent({
    props: { id: { type: String, required: true } },
    setup({ id }) {
      const { plans, facts } = useUntether()
      const { t, locale } = useI18n()
      const words = useWords()
      const { day, phone } = useFormat()
      const guides = useGuides()
      const number = facts.value.numbers.get(id)!
      const plan = plans.value.get(id)!
      const ofProvider = guides.providerGuide(() => number.provider?.kind === 'catalog' ? number.provider.id : null)
      const inWords = (text: Text): string => (locale.value === 'zh-CN' ? text.zh : null) ?? text.en

      function guideLines(task: Task): string[] {
        const ofService = guides.serviceGuide(() => task.binding?.serviceId ?? null)
        const parts = task.binding
          ? ofService.value && serviceParts(ofService.value, task.kind === 'rescue-binding')
          : ofProvider.value && providerParts(ofProvider.value, task.kind, task.phase)
        return [
          ...taskHelp(task.kind, locale.value as Language).map((step, index) => `${index + 1}. ${step}`),
          ...parts?.steps.map((step, index) => `${index + 1}) ${inWords(step)}`) ?? [],
          ...parts?.notes.map(note => `${t(`plan.guide.${note.head}`)}: ${inWords(note.text)}`) ?? [],
          ...parts?.pitfalls.map(pitfall => `! ${inWords(pitfall)}`) ?? [],
        ]
      }

      function taskLines(task: Task): string[] {
        const tail = [task.dueOn && day(task.dueOn), task.state === 'waiting' && words.waitText(task)].filter(Boolean).join(', ')
        return [
          `- ${task.state === 'done' ? '[x]' : '[ ]'} **${words.taskTitle(task)}**${tail ? ` (${tail})` : ''} → ${words.taskAction(task)}${words.taskFails(task) ? ` / ${words.taskFails(task)}` : ''}`,
          ...task.reasons.map(reason => `  - ${words.reasonText(reason, task)}`),
          ...guideLines(task).map(line => `    ${line}`),
        ]
      }

      said([
        `# ${phone(number.e164)} · ${words.providerName(number.provider)} · ${words.routeName(number.exitRoute)}`,
        ...plan.warnings.map(warning => `> ${words.warningText(warning)}`),
        '',
        ...plan.nextTasks.slice(0, 1).map(task => `${t('today.next')}: ${words.taskTitle(task)}`),
        ...plan.phases.flatMap(phase => ['', `## ${words.phaseName(phase.key, plan.route)}`, ...phase.tasks.flatMap(taskLines)]),
        '',
        ...gateLines(plan),
      ].join('\n').replaceAll('\u00A0', ' '))

      function gateLines({ gates }: Plan): string[] {
        return gates.length > 0 ? [`## ${t(`plan.gates.title.${plan.route}`)}`, ...gates.map(gate => `- ${gate.state}: ${words.gateText(gate)} → ${words.gateVerb(gate)}`)] : []
      }
      return () => h('div')
    },
  })
}
