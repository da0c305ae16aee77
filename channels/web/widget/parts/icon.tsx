const paths = {
  chat: 'M4 5.5h16v11H11l-4.5 3.500v-3.500H4z M8 9.500h8 M8 12.500h5',
  close: 'M6 6l12 12 M18 6L6 18',
  back: 'M14.5 5.500L8 12l6.5 6.5',
  settings: 'M4 7h9 M17 7h3 M4 12h3 M11 12h9 M4 17h9 M17 17h3 M15 5v4 M9 10v4 M15 15v4',
  send: 'M4.5 12L20 4.5 15 20l-3.5-6.500z M11.5 13.500L20 4.5',
  person: 'M12 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M5 20c.6-4 3-6 7-6s6.4 2 7 6',
  phone:
    'M6 4h3l1.5 4.5-2 1.500c1 2.2 2.3 3.5 4.5 4.500l1.5-2L19 14v3.500c0 1.4-1 2.5-2.5 2.500C10 20 4 14 4 7.5 4 5.5 4.6 4 6 4z',
  up: 'M7 11v9H4v-9z M7 11l4-7c1.5 0 2.3 1 2 2.500L12.5 10H18c1.3 0 2 1 1.7 2.200l-1.5 6c-.3 1.1-1 1.8-2.2 1.800H7',
  down: 'M7 13V4H4v9z M7 13l4 7c1.5 0 2.3-1 2-2.500L12.5 14H18c1.3 0 2-1 1.7-2.200l-1.5-6C17.9 4.7 17.2 4 16 4H7',
  copy: 'M9 9h10v11H9z M5 15V4h10',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z',
  sound: 'M4 10v4h3l5 4V6L7 10z M15.5 9c1.3 1.8 1.3 4.2 0 6 M18 6.500c2.7 3.3 2.7 7.7 0 11',
  place:
    'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z M12 12.300a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600z',
  document: 'M6 3.500h8l4 4V20.500H6z M14 3.500v4h4 M9 12h6 M9 15.500h6',
  add: 'M12 5v14 M5 12h14',
  camera: 'M4 8h3.500l1.5-2.500h6L16.5 8H20v11H4z M12 16.500a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.600z',
  picture: 'M4 5h16v14H4z M4 16l4.5-4.500 4 4 3-2.500 4.5 4 M15.500 9.500v.01',
  pencil: 'M4.5 19.500l.8-3.800L15.500 5.500l3 3L8.300 18.700z M13.500 7.500l3 3',
  bell: 'M6 17h12l-1.5-2.5V11a4.5 4.5 0 0 0-9 0v3.5z M10.5 20h3',
  warning: 'M12 4L2.5 20h19z M12 10v4.5 M12 17v.5',
} as const

export type IconName = keyof typeof paths

/** A line drawing; what it means stands beside it in words. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" width="1.375em" height="1.375em" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)
