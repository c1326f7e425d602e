/** What the render worker answers: paper model → bytes. Its libraries are loaded at their first use. */
export const renderTasks = {}
