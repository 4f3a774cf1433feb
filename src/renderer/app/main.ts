import { start } from './start'
import './main.css'

void start(document.querySelector('#app')!)
