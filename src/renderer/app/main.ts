import './main.css'

// What takes the other process its time is asked before the rest of the script is even read: who we are, the key, and that
// the storage engine comes up.
const info = window.untether.info()
const vault = window.untether.vault.open()
void indexedDB.databases()
void import('./start').then(({ start }) => start(document.querySelector('#app')!, info, vault))
