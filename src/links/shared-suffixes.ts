/**
 * Names below which websites of strangers stand: the usual two-part endings of countries, and hosting where everybody
 * gets a name. `https://*.co.uk` would be every shop of a country. Not the whole public suffix list: that one is long
 * and changes weekly; what is missing here is as wide as its owner wrote it.
 */
export const SHARED_SUFFIXES: ReadonlySet<string> = new Set(
  [
    // Countries
    'co.uk org.uk me.uk ltd.uk plc.uk net.uk ac.uk gov.uk sch.uk nhs.uk',
    'com.pl net.pl org.pl edu.pl gov.pl info.pl biz.pl waw.pl',
    'asso.fr com.fr gouv.fr nom.fr',
    'co.at or.at gv.at com.es org.es nom.es com.pt com.gr com.tr com.ua co.il',
    'co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr com.cn net.cn org.cn com.tw com.hk com.sg com.my co.th co.id',
    'co.in net.in org.in firm.in com.au net.au org.au edu.au gov.au co.nz net.nz org.nz co.za org.za',
    'com.br net.br org.br com.mx com.ar com.co com.pe com.eg com.sa com.ng co.ke',
    'eu.com uk.com us.com de.com',
    // Hosting
    'github.io gitlab.io netlify.app vercel.app now.sh pages.dev workers.dev web.app firebaseapp.com herokuapp.com',
    'onrender.com fly.dev surge.sh appspot.com run.app azurewebsites.net azurestaticapps.net cloudfront.net',
    'amazonaws.com amplifyapp.com ondigitalocean.app myshopify.com wixsite.com wordpress.com blogspot.com',
    'webflow.io framer.app framer.website carrd.co ghost.io weebly.com squarespace.com repl.co replit.app glitch.me',
    'ngrok.io ngrok.app ngrok-free.app trycloudflare.com lovable.app',
  ].flatMap((line) => line.split(' ')),
);
