/** WeChat reads `aria-role` itself: config/plugin-templates.cjs writes it into the templates. */
export const nameRoles = () => undefined
