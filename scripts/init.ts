import { formatInstant } from './model/instant.ts'
import { isZone } from './model/zone.ts'
import { setUp } from './setup/set-up.ts'
import { tryToken } from './sources/x/try-token.ts'
import { createPrompts } from './terminal/prompts.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'init',
    about:
      'Sets up your own chat: asks for what it needs, writes content/site.yaml, chat.yaml and .env, and takes the sample away.',
    options: {
      hashtag: { value: 'hashtag', about: 'the hashtag of the chat' },
      name: { value: 'name', about: 'its folder and address; otherwise made from the hashtag' },
      weekday: { value: 'day', about: 'Monday to Sunday; usually Friday' },
      time: { value: 'time', about: 'when it begins, such as 13:00 or 1pm' },
      zone: { value: 'zone', about: 'by which clocks, such as Europe/London' },
      minutes: { value: 'number', about: 'how long it lasts; usually 60' },
      questions: { value: 'number', about: 'how many questions share the time; usually 3, 0 for none' },
      hosts: { value: 'handles', about: 'who asks them, with commas between' },
      title: { value: 'title', about: 'what the archive is called' },
      contact: { value: 'address', about: 'where people ask to have a post removed' },
      email: { value: 'address', about: 'where questions and answers may be mailed from off the network' },
      token: { value: 'token', secret: true, about: "bearer token of X's API; safer typed in when asked" },
      yes: { permits: true, about: 'ask nothing: what is not given is as usual' },
      force: { permits: true, about: 'write the settings of a chat that is set up already anew' },
    },
    examples: [
      'npm run init',
      'npm run init -- --hashtag lgovsm --weekday Friday --time 13:00 --hosts sam,loulouk --yes',
    ],
  },
  async ({ options }) => {
    const { token, yes, force, ...given } = options
    const now = formatInstant(Date.now())
    await setUp({
      root: process.cwd(),
      given,
      token,
      yes,
      force,
      now,
      here: likelyZone(),
      env: process.env,
      prompts: createPrompts(),
      tryToken: (candidate, { hashtags }) => tryToken({ token: candidate, hashtags, now }),
      tell: (line) => console.log(line),
    })
  },
)

/** The zone of this computer; servers and containers say UTC, which is nobody's lunch hour. */
function likelyZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return isZone(zone) && zone !== 'UTC' && zone !== 'Etc/UTC' ? zone : 'Europe/London'
}
