/** Words that speak of an earlier report, and words that say that it goes on. */
const reportedBefore =
  /上次|上回|上周|上个?月|之前|[前昨]天(?:就|才|刚|也)?(?:报|举报|反映|打|说)|催|工?单子|工单|回复|登记过|反映[过的]?|投诉过|举报过|报过|说过|跟你们|你们(?:说|到底|回)|没(?:有)?(?:任何)?人(?:联系|管|来|见|上门|给)|没见人|没动静|查.{0,3}进度|第[二三四五六七]?次?[回次]|reported|complained|last (?:week|time|month)|my (?:ticket|complaint)|no(?:body| one) (?:called|came)/iu
const goesOn = /还是|还没|还在|还不|仍|依然|依旧|照样|又|再次|一直|反复|still|again|same/iu
const another = /另(?:外)?一个|不是同一|另外|another|not the same|different/iu
const wide =
  /整个|整栋|整条|整片|全(?:都|部|灭|停|黑|坏|小区|院|楼|村|镇|街)|都(?:没|不|停|黑|是)|一片|一条街|大家|家家|whole|everyone|entire/iu

/** The text says that it is about another one. */
export const saidAnother = (text: string): boolean => another.test(text)

/** How far a text speaks of an earlier report: 1 by name, .5 that it goes on, 0 not at all. */
export const saidAgain = (text: string): number =>
  saidAnother(text) ? 0 : reportedBefore.test(text) ? 1 : goesOn.test(text) ? 0.5 : 0

/** The text says that it is the same for many. */
export const saidWide = (text: string): boolean => wide.test(text)
