import { defineComponent, h } from 'vue'
import bodies from 'virtual:icons'

/** Name as the kit writes it (`lucide-x`, `lucide:x`, `i-lucide-x`) without its set. */
function bare(name: string): string {
  return name.replace(/^(?:i-)?lucide[-:]/, '')
}

/** Stands in for `@iconify/vue` inside the kit: draws what the bundle holds, asks nobody for the rest. */
export const Icon = defineComponent({
  name: 'KitIcon',
  inheritAttrs: true,
  props: {
    icon: { type: String, required: true },
    width: { type: [String, Number], default: '1em' },
    height: { type: [String, Number], default: '1em' },
    mode: { type: String, default: undefined },
    ssr: { type: Boolean, default: false },
    customise: { type: [Function, Boolean], default: undefined },
  },
  setup: props => () => h('svg', {
    'viewBox': '0 0 24 24',
    'width': props.width,
    'height': props.height,
    'aria-hidden': 'true',
    'innerHTML': bodies[bare(props.icon)] ?? '',
  }),
})

/** Whether the bundle holds it. */
export function iconLoaded(name: string): boolean {
  return bare(name) in bodies
}
