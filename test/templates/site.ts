import type { Site } from '../../scripts/model/site.ts'

export const site: Site = {
  title: 'The archive',
  tagline: '',
  address: undefined,
  language: 'en',
  links: 'expanded',
  text: 'short',
  accent: undefined,
  contact: 'host@example.org',
  search: false,
  textFiles: true,
  media: 'small',
  mediaHosts: [],
  maxCost: 10,
}
