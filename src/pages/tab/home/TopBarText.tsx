import { useTextSize } from '@/client/use-text-size'
import { Choice } from '@/components/Choice'
import { textScales } from '@/components/Screen/text-size'
import { Sheet } from '@/components/Sheet'

const sizes = textScales.map(({ scale, name }) => ({ value: String(scale), label: name }))

/** 字: 标准 · 大 · 特大, seen at once behind the sheet. */
export function TopBarText({ onClose }: { onClose: () => void }) {
  const { scale, choose } = useTextSize()
  const pick = (value: string) => {
    const size = textScales.find(one => String(one.scale) === value)
    if (size) choose(size.scale)
  }
  return (
    <Sheet open title="字的大小" onClose={onClose}>
      <Choice options={sizes} chosen={String(scale)} onChoose={pick} />
    </Sheet>
  )
}
