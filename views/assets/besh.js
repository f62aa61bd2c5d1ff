// @ts-check  What every page wakes up: each module adds to what already works without it.
import "./busy.js"
import "./copy-text.js"
import "./file-drop.js"
import "./menus.js"
import "./shortcuts.js"
