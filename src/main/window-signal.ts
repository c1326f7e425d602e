/** The line by which the shell tells `npm start` that its window is on the screen. */
export const windowShownLine = 'fukushi-daicho: window shown'
