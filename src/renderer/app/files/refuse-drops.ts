/** Files that are let go where nothing takes them: the pointer says so, and nothing is opened. Words may still be dragged into fields. */
export function refuseDrops(target: Pick<EventTarget, 'addEventListener'>): void {
  for (const type of ['dragover', 'drop']) {
    target.addEventListener(type, (given) => {
      const event = given as DragEvent
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files'))
        return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    })
  }
}
