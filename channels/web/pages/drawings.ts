import { html, type Html } from '../html.ts'

/** The city's sign: a cloud over a sandbar in the river. */
export const emblem = html`<svg
  class="emblem"
  viewBox="0 0 48 48"
  width="44"
  height="44"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="24" cy="24" r="23" class="disc" />
  <path d="M13 22c0-3 2.4-5 5.2-5 1-3.4 3.9-5.6 7.2-5.6 4 0 7.2 3 7.5 6.8 2.3.3 4 2 4 4.2" class="stroke" />
  <path d="M9 28.500c5 0 5-2.5 10-2.500s5 2.5 10 2.5 5-2.5 10-2.5" class="stroke" />
  <path d="M12 34.500c4 0 4-2.2 8-2.200s4 2.2 8 2.2 4-2.2 8-2.2" class="stroke" />
</svg>`

/** Hills beyond the river, for the foot of the hero. */
export const landscape = html`<svg
  class="landscape"
  viewBox="0 0 1440 200"
  preserveAspectRatio="none"
  aria-hidden="true"
  focusable="false"
>
  <path class="far" d="M0 130C140 60 240 60 380 104s230 30 330-20 250-62 380 4 220 50 350 10v102H0z" />
  <path class="middle" d="M0 160c160-50 300-40 460-8s280 10 420-18 300-20 560 24v42H0z" />
  <path class="near" d="M0 182c200-24 420-18 640-4s420 8 800-8v30H0z" />
</svg>`

const icon = (path: Html) =>
  html`<svg class="icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">${path}</svg>`

/** A line drawing for each topic of the portal. */
export const topicIcons: Readonly<Record<string, Html>> = {
  insurance: icon(html`<path d="M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6z" /><path d="M9 12l2.2 2.200L15.5 10" />`),
  medical: icon(html`<rect x="4" y="6" width="16" height="14" rx="2" /><path d="M9 6V4h6v2M12 10v6M9 13h6" />`),
  fund: icon(html`<path d="M4 11l8-7 8 7M6 10v10h12V10" /><path d="M9.5 13.500h5M12 12v5" />`),
  residence: icon(
    html`<rect x="3" y="5" width="18" height="14" rx="2" /><circle cx="9" cy="11" r="2" /><path
        d="M6 16c.6-1.8 1.6-2.5 3-2.500s2.4.7 3 2.500M15 10h3M15 13.500h3"
      />`,
  ),
  school: icon(html`<path d="M3 9l9-4 9 4-9 4z" /><path d="M7 11.500V16c1.5 1.5 3 2 5 2s3.5-.5 5-2v-4.500M21 9v5" />`),
  elderly: icon(
    html`<circle cx="10" cy="5.5" r="2.2" /><path d="M10 8.500c-2.5 0-4 2-4 4.500V16h2l.5 5h4l.5-5M14 11l3 2v8" />`,
  ),
  relief: icon(
    html`<path
      d="M12 20s-7-4.3-7-9.500C5 8 6.8 6.5 8.7 6.500c1.4 0 2.6.8 3.3 2 .7-1.2 1.9-2 3.3-2 1.9 0 3.7 1.5 3.7 4C19 15.7 12 20 12 20z"
    />`,
  ),
  work: icon(html`<rect x="3" y="8" width="18" height="12" rx="2" /><path d="M9 8V5h6v3M3 13h18M12 12v2.5" />`),
  business: icon(html`<path d="M4 10h16l-1.5-5h-13zM5 10v10h14V10M10 20v-5h4v5" />`),
  traffic: icon(
    html`<path d="M5 16v-4l2-5h10l2 5v4zM5 12h14M7 16v2.500M17 16v2.5" /><circle cx="8.5" cy="14" r=".6" /><circle
        cx="15.5"
        cy="14"
        r=".6"
      />`,
  ),
  home: icon(
    html`<path d="M12 3.500c3 3.7 5 6.3 5 9.200a5 5 0 0 1-10 0c0-2.9 2-5.5 5-9.200z" /><path
        d="M9.8 13.500c0 1.5 1 2.5 2.2 2.5"
      />`,
  ),
  order: icon(
    html`<path d="M4 10v4h3l5 4V6L7 10z" /><path d="M15.5 9c1.3 1.8 1.3 4.2 0 6M18 6.500c2.7 3.3 2.7 7.7 0 11" />`,
  ),
}
