/** Header that every state-changing request must carry: no foreign page can send it without asking first. */
export const REQUEST_HEADER = 'x-atlas-request';
