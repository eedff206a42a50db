/** Tells how the start goes: a line a step, with its time. On a terminal a running step shows its seconds. */
export function newSay(out = process.stdout) {
  const running = new Map()
  const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`
  let ticking

  function draw() {
    const parts = [...running].map(([name, since]) => `${name} ${seconds(since)}`)
    out.write(`\r\x1b[2K${parts.join('   ')}`)
  }

  function line(text) {
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${text}\n`)
  }

  return {
    line,
    /** Runs a step; it answers `reused` when there was nothing to do. `expect` warns of a long one. */
    async step(name, work, expect = '') {
      const since = performance.now()
      running.set(name, since)
      if (out.isTTY) ticking ??= setInterval(draw, 200)
      if (expect !== '') line(`${name} … ${expect}`)
      try {
        const told = await work()
        line(`${name.padEnd(10)} ${seconds(since).padStart(7)}${told ? ` · ${told}` : ''}`)
      } finally {
        running.delete(name)
        if (running.size === 0) {
          clearInterval(ticking)
          ticking = undefined
        }
      }
    },
  }
}
