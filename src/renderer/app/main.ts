import './main.css'

// What takes the other process its time is asked before the rest of the script is even read: who we are, and that the
// storage engine comes up.
const info = window.untether.info()
void indexedDB.databases()
void import('./start').then(({ start }) => start(document.querySelector('#app')!, info))
