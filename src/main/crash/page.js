const { untether } = window

for (const button of document.querySelectorAll('button[data-do]')) {
  button.addEventListener('click', async () => {
    if (button.dataset.do === 'restart') {
      await untether.relaunch()
      return
    }
    const { details } = await untether.lastError()
    await untether.copyText(details)
    button.textContent = button.dataset.done
  })
}
