import { useEffect, useState } from 'preact/hooks'

const narrow = () => globalThis.matchMedia('(max-width: 40em)')

/** Whether the window is a phone's, or as narrow as one by zooming. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(() => narrow().matches)
  useEffect(() => {
    const query = narrow()
    const listen = () => setIs(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return is
}
