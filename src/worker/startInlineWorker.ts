import InlineWorker from './worker?worker&inline'

/** Starts the worker of the one-file page: its text is in the page, it runs from a blob and inherits the page's policy. Stands in for `startWorker` there. */
export const startWorker = (): Worker => new InlineWorker()
