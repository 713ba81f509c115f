/** Lets the screen draw and answer before long work goes on. */
export const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })
