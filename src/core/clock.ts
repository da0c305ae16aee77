/** The present moment. It comes in from outside so that validity, deadlines and tests see the same day. */
export type Clock = () => Date
