/** @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig} */
export default {
  compilerOptions: {
    // The page's security policy refuses inline styles, so component styles go to the one style sheet.
    css: "external",
    runes: true,
  },
};
