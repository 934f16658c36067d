import { svelte } from "@sveltejs/vite-plugin-svelte";
import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";

/** The icons, each a component of fixed markup, because they are on every screen. They only accompany words, and say nothing. */
const lucide = icons({
  compiler: { compiler: (svg) => svg.replace("<svg", '<svg aria-hidden="true"'), extension: "svelte" },
});

export default defineConfig({
  plugins: [svelte(), lucide],
  build: {
    // The oldest web views the program is opened in: WebKitGTK 4.1, WebView2, WKWebView of the macOS in tauri.macos.conf.json.
    target: ["chrome111", "safari16.4"],
    // The page's security policy knows no data: addresses, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    // Every web view above preloads modules by itself.
    modulePreload: { polyfill: false },
  },
});
