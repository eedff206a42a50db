// The native half of ListCard, for WeChat only; what it draws is the same as index.h5.tsx beside this folder.
const tell = name =>
  function told() {
    this.triggerEvent(name, { id: this.data.card.id })
  }

Component({
  // Classes, icons and text size come from the page around it.
  options: { styleIsolation: 'apply-shared' },
  properties: { card: { type: Object, value: {} } },
  data: {
    // The same as `toneIcons` of Tag.
    marks: { waiting: 'hourglass', going: 'clock', done: 'circle-check', stuck: 'triangle-alert', plain: 'circle' },
  },
  methods: {
    open: tell('open'),
    quiet: tell('quiet'),
    act() {
      if (!this.data.card.busy) this.triggerEvent('act', { id: this.data.card.id })
    },
  },
})
