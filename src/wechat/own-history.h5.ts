interface Entry {
  state: unknown
  url: string
}

/**
 * Gives this page a history of its own. All frames of a window share the browser's: one phone on the stage that went back would take back
 * what another has opened since. Nothing is pushed there any more; what was opened is kept here, and going back is told as the browser would.
 */
export function ownHistory({ history, location }: Window): void {
  const stand = history.replaceState.bind(history)
  const entries: Entry[] = [{ state: history.state, url: location.href }]
  let at = 0

  /** Here is another entry now; those after it are gone. */
  function put(place: number, state: unknown, url: string | URL | null = location.href): void {
    at = place
    entries.splice(at, Infinity, { state, url: String(url) })
    stand(state, '', url)
  }
  function go(steps = 0): void {
    const entry = entries[at + steps]
    if (steps === 0 || !entry) return
    at += steps
    // The browser, too, tells of it after the call.
    setTimeout(() => {
      stand(entry.state, '', entry.url)
      window.dispatchEvent(new PopStateEvent('popstate', { state: entry.state }))
    })
  }

  history.pushState = (state, _, url) => put(at + 1, state, url)
  history.replaceState = (state, _, url) => {
    entries[at] = { state, url: String(url ?? location.href) }
    stand(state, '', url)
  }
  history.go = go
  history.back = () => go(-1)
  history.forward = () => go(1)
}
