import { chromium } from 'playwright-core'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
const root='/tmp/fwui/dist'
const types={'.html':'text/html','.js':'text/javascript','.css':'text/css','.svg':'image/svg+xml','.json':'application/json','.webmanifest':'application/manifest+json'}
const server=createServer(async(q,r)=>{try{const p=new URL(q.url,'http://x').pathname;const f=join(root,p==='/'?'index.html':p);r.setHeader('content-type',types[extname(f)]??'application/octet-stream');r.end(await readFile(f))}catch{r.statusCode=404;r.end()}})
await new Promise(r=>server.listen(5577,r))
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const steps=(await import(process.argv[2])).default
const ctx=await browser.newContext({viewport:{width:1366,height:768},locale:'zh-CN',acceptDownloads:true})
const page=await ctx.newPage()
page.on('console',m=>{if(m.type()==='error')console.log('CONSOLE',m.text())});page.on('pageerror',e=>console.log('ERR',e.message))
await page.goto('http://localhost:5577/')
const shot=async(name)=>{await page.screenshot({path:`/tmp/fwui/shots/${name}.png`})}
try{await steps({page,ctx,shot,browser})}catch(e){console.log(e);await shot('failed')}
await browser.close();server.close()
